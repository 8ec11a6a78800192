import { Button, SegmentedControl, TextInput, useMantineColorScheme } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Refused } from "@/ui/Refused";
import { SecretInput } from "@/ui/SecretInput";
import { meQuery, useMe } from "@/workspace/session";
import { useChangeMyName, useChangeMyPassword } from "../queries";
import { RecordFormFrame } from "../RecordFormFrame";
import { Part, Section } from "../Section";
import { useRecordForm } from "../useRecordForm";
import classes from "./Me.module.css";

const words = texts.mine;

/** Who is at the screen: name, password, appearance. */
export function MeSection() {
  return (
    <Section title={texts.settings.sections.me} intro={words.intro}>
      <NameForm />
      <PasswordForm />
      <Appearance />
    </Section>
  );
}

function NameForm() {
  const { user, role } = useMe();
  const queries = useQueryClient();
  const change = useChangeMyName();
  const record = useRecordForm({
    values: { name: user.name },
    version: user.version,
    save: ({ name = "" }) => change.mutateAsync({ name }),
    reread: async () => {
      const me = await queries.ensureQueryData(meQuery);
      return { values: { name: me?.user.name ?? "" }, version: me?.user.version ?? 0 };
    },
  });
  return (
    <RecordFormFrame record={record} labels={{ name: words.name }} short>
      <Part title={words.who} text={words.whoText}>
        <TextInput label={words.name} required {...record.form.getInputProps("name")} />
        <TextInput
          label={words.email}
          description={words.emailHint}
          value={user.email ?? ""}
          readOnly
        />
        <TextInput label={words.role} value={texts.team.roles[role]} readOnly />
      </Part>
    </RecordFormFrame>
  );
}

function PasswordForm() {
  const change = useChangeMyPassword();
  const { user } = useMe();
  const form = useForm({ initialValues: { current: "", new: "" } });
  const refusal = change.isError ? refusalOf(change.error) : null;
  const isAtField = Object.keys(refusal?.fields ?? {}).length > 0;
  const submit = form.onSubmit((passwords) =>
    change.mutate(passwords, {
      onSuccess: () => form.reset(),
      onError: (error) => form.setErrors(refusalOf(error).fields),
    }),
  );
  return (
    <form onSubmit={submit}>
      <Part title={words.password} text={words.passwordText}>
        <input
          className={classes.unseen}
          autoComplete="username"
          aria-label={words.email}
          tabIndex={-1}
          readOnly
          value={user.email ?? ""}
        />
        <SecretInput
          label={words.current}
          autoComplete="current-password"
          required
          {...form.getInputProps("current")}
        />
        <SecretInput
          label={words.next}
          description={words.longEnough}
          autoComplete="new-password"
          minLength={10}
          required
          {...form.getInputProps("new")}
        />
        {refusal && !isAtField ? <Refused refusal={refusal} /> : null}
        <div className={classes.acts}>
          <Button type="submit" variant="default" loading={change.isPending}>
            {words.change}
          </Button>
          <span role="status" className={classes.told}>
            {change.isSuccess && !form.isDirty() ? words.changed : null}
          </span>
        </div>
      </Part>
    </form>
  );
}

function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Part title={words.appearance} text={words.appearanceText}>
      <SegmentedControl
        aria-label={words.appearance}
        className={classes.scheme}
        value={colorScheme}
        onChange={(scheme) => setColorScheme(scheme as typeof colorScheme)}
        data={[
          { value: "light", label: texts.app.light },
          { value: "dark", label: texts.app.dark },
          { value: "auto", label: texts.app.asTheSystem },
        ]}
      />
    </Part>
  );
}
