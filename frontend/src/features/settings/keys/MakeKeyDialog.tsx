import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { ApiKeyDraft, NewApiKey } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Command } from "@/ui/Command";
import { DayInput } from "@/ui/DayInput";
import { Modal } from "@/ui/Modal";
import { Refused } from "@/ui/Refused";
import { usePhone } from "@/ui/usePhone";
import { useToday } from "@/workspace/today";
import { useMakeKey } from "../keys.queries";
import { RoleSelect } from "../RoleSelect";

const words = texts.apiKeys;

/** Makes a key, then shows its secret, this once. */
export function MakeKeyDialog({ onClose }: { onClose: () => void }) {
  const make = useMakeKey();
  const isPhone = usePhone();
  const made = make.data;
  return (
    <Modal
      opened
      onClose={onClose}
      title={made ? words.secretTitle : words.makeTitle}
      fullScreen={isPhone}
      size={made ? "lg" : "md"}
      // The secret cannot be shown again, so a slip beside the dialog must not close it.
      closeOnClickOutside={!made}
      closeOnEscape={!made}
      withCloseButton={!made}
    >
      {made ? <Made apiKey={made} onClose={onClose} /> : <Draft make={make} onClose={onClose} />}
    </Modal>
  );
}

function Draft({ make, onClose }: { make: ReturnType<typeof useMakeKey>; onClose: () => void }) {
  const today = useToday();
  const form = useForm<Required<ApiKeyDraft>>({
    initialValues: { name: "", role: "rep", expires_on: null },
  });
  const refusal = make.isError ? refusalOf(make.error) : null;
  const submit = form.onSubmit((draft) =>
    make.mutate(draft, { onError: (error) => form.setErrors(refusalOf(error).fields) }),
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={words.name}
          placeholder={words.nameHint}
          required
          data-autofocus
          {...form.getInputProps("name")}
        />
        <RoleSelect
          label={words.role}
          description={texts.team.roleTexts[form.values.role]}
          value={form.values.role}
          onChoose={(role) => form.setFieldValue("role", role)}
        />
        <DayInput
          label={words.expiresOn}
          description={words.expiresHint}
          clearable
          minDate={today}
          value={form.values.expires_on}
          onChange={(day) => form.setFieldValue("expires_on", day)}
          error={form.errors.expires_on}
        />
        {refusal ? <Refused refusal={refusal} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {texts.ui.cancel}
          </Button>
          <Button type="submit" loading={make.isPending}>
            {words.make}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Made({ apiKey, onClose }: { apiKey: NewApiKey; onClose: () => void }) {
  const example = `curl -H "Authorization: Bearer ${apiKey.secret}" ${window.location.origin}/api/v1/me`;
  return (
    <Stack gap="sm">
      <Text>{words.secretText}</Text>
      <Command lines={apiKey.secret} label={words.secret} />
      <Text fw={560}>{words.try}</Text>
      <Command lines={example} label={words.try} />
      <Group justify="flex-end">
        <Button onClick={onClose} data-autofocus>
          {words.stored}
        </Button>
      </Group>
    </Stack>
  );
}
