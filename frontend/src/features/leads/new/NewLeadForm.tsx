import { Button, Group, Select, SimpleGrid, Switch, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import type { FormEvent, KeyboardEvent } from "react";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { AmountInput } from "@/ui/AmountInput";
import { DayInput } from "@/ui/DayInput";
import { Refused } from "@/ui/Refused";
import { sayDone } from "@/ui/toasts";
import { usePeople, useStages } from "@/workspace/reference";
import { useMe } from "@/workspace/session";
import { nearDays } from "../fields/FollowUpField";
import { useCreateLead } from "../new.queries";
import { CompanyField, ContactField, SourceField } from "./CustomerFields";
import { atFields, draftOf, keepDraft, keptDraft, type NewLeadValues } from "./draft";
import classes from "./new.module.css";

const words = texts.leads.form;

/** The form of a new lead; what was typed outlives closing it. */
export function NewLeadForm({ onClose }: { onClose: () => void }) {
  const form = useNewLead();
  const create = useCreateLead();
  const navigate = useNavigate();
  const refusal = create.error ? refusalOf(create.error) : null;
  const isAtFields = refusal && Object.keys(atFields(refusal.fields)).length > 0;
  const privateHint = useMe().workspace.managers_see_private
    ? texts.leads.privateHintWithManagers
    : texts.leads.privateHint;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (create.isPending) return;
    create.mutate(draftOf(form.values), {
      onSuccess: ({ id, title }) => {
        keepDraft(null);
        onClose();
        const act = () => navigate({ to: "/leads/$id", params: { id } });
        sayDone(texts.leads.made(title), { label: texts.leads.openIt, act });
      },
      onError: (error) => form.setErrors(atFields(refusalOf(error).fields)),
    });
  };
  return (
    <form className={classes.form} onSubmit={submit} onKeyDown={submitOnModEnter} noValidate>
      {refusal && !isAtFields ? <Refused refusal={refusal} /> : null}
      <TextInput
        label={words.title}
        placeholder={words.titlePlaceholder}
        data-autofocus
        {...form.getInputProps("title")}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm" mt="sm">
        <CompanyField form={form} />
        <ContactField form={form} />
        <TextInput
          label={words.email}
          type="email"
          disabled={form.values.contactId !== null}
          {...form.getInputProps("email")}
        />
        <TextInput
          label={words.phone}
          type="tel"
          disabled={form.values.contactId !== null}
          {...form.getInputProps("phone")}
        />
        <Deal form={form} />
      </SimpleGrid>
      <Switch
        mt="md"
        size="sm"
        label={texts.leads.private}
        description={privateHint}
        {...form.getInputProps("isPrivate", { type: "checkbox" })}
      />
      <Group justify="flex-end" gap="xs" mt="lg">
        <Text size="xs" className={classes.keys}>
          {words.keys}
        </Text>
        <Button variant="default" onClick={onClose}>
          {texts.ui.cancel}
        </Button>
        <Button type="submit" loading={create.isPending}>
          {words.create}
        </Button>
      </Group>
    </form>
  );
}

/** The form's state, as the parts of the form take it. */
export type NewLeadFormState = ReturnType<typeof useNewLead>;

function useNewLead() {
  const me = useMe();
  const stages = useStages();
  return useForm<NewLeadValues>({
    initialValues: keptDraft() ?? {
      title: "",
      company: "",
      companyId: null,
      name: "",
      email: "",
      phone: "",
      contactId: null,
      value: "",
      source: "",
      owner: me.user.id,
      stage: stages[0]?.key ?? "",
      followUp: null,
      isPrivate: false,
    },
    onValuesChange: keepDraft,
  });
}

function Deal({ form }: { form: NewLeadFormState }) {
  const { currency, today } = useMe().workspace;
  const stages = useStages().filter((stage) => stage.outcome === "open");
  const people = usePeople();
  return (
    <>
      <AmountInput
        label={words.value}
        rightSection={<Text className={classes.currency}>{currency}</Text>}
        rightSectionWidth={48}
        value={form.values.value}
        onChange={(value) => form.setFieldValue("value", value)}
        error={form.errors.value}
      />
      <SourceField form={form} />
      <Select
        label={texts.leads.fieldNames.stage}
        data={stages.map(({ key, name }) => ({ value: key, label: name }))}
        allowDeselect={false}
        {...form.getInputProps("stage")}
      />
      <Select
        label={texts.leads.fieldNames.owner}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        allowDeselect={false}
        searchable
        {...form.getInputProps("owner")}
      />
      <DayInput
        label={words.followUp}
        placeholder={words.followUpUsual}
        minDate={today}
        presets={nearDays(today).map(({ label, day }) => ({ value: day, label }))}
        clearable
        value={form.values.followUp}
        onChange={(day) => form.setFieldValue("followUp", day)}
        error={form.errors.followUp}
      />
    </>
  );
}

function submitOnModEnter(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
