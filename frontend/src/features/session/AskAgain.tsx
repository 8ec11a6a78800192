import { Button, Group, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Modal } from "@/ui/Modal";
import { Refused } from "@/ui/Refused";
import { SecretInput } from "@/ui/SecretInput";
import { goOn } from "@/workspace/expiry";
import { leave, useMe, useSignIn, welcome } from "@/workspace/session";

const words = texts.session;

/** The dialog over the page; it goes when the session is back, and by nothing else. */
export function AskAgain() {
  const { user } = useMe();
  return (
    <Modal
      opened
      onClose={() => undefined}
      title={words.again}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      zIndex={1000}
      size={420}
      centered
    >
      <Again email={user.email ?? ""} name={user.name} />
    </Modal>
  );
}

function Again({ email, name }: { email: string; name: string }) {
  const queries = useQueryClient();
  const signIn = useSignIn();
  const form = useForm({ initialValues: { password: "" } });
  const enter = form.onSubmit(({ password }) =>
    signIn.mutate(
      { email, password },
      {
        onSuccess: (me) => {
          welcome(queries, me);
          goOn();
        },
      },
    ),
  );
  return (
    <form
      onSubmit={(event) => {
        // The dialog stands in a page that may have forms of its own.
        event.stopPropagation();
        enter(event);
      }}
    >
      <Text mb="md">{words.againText(name)}</Text>
      <TextInput label={words.email} value={email} autoComplete="username" readOnly mb="sm" />
      <SecretInput
        label={words.password}
        autoComplete="current-password"
        required
        data-autofocus
        mb="md"
        {...form.getInputProps("password")}
      />
      {signIn.isError ? <Refused refusal={refusalOf(signIn.error)} /> : null}
      <Group justify="space-between">
        <Button variant="subtle" color="gray" onClick={leave}>
          {words.someoneElse}
        </Button>
        <Button type="submit" loading={signIn.isPending}>
          {words.signIn}
        </Button>
      </Group>
    </form>
  );
}
