import { Anchor, Button, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Alone } from "@/ui/Alone";
import { Refused } from "@/ui/Refused";
import { SecretInput } from "@/ui/SecretInput";
import { useSignIn, welcome } from "@/workspace/session";

const words = texts.session;

/** Signs in, and goes back to where one was. */
export function SignInPage() {
  const { to } = useSearch({ from: "/sign-in" });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const signIn = useSignIn();
  const form = useForm({ initialValues: { email: "", password: "" } });
  const enter = form.onSubmit((credentials) =>
    signIn.mutate(credentials, {
      onSuccess: (me) => {
        welcome(queries, me);
        navigate({ href: to ?? "/", replace: true });
      },
    }),
  );
  return (
    <Alone title={words.signIn}>
      <form onSubmit={enter}>
        <TextInput
          label={words.email}
          type="email"
          autoComplete="username"
          autoFocus
          required
          mb="sm"
          {...form.getInputProps("email")}
        />
        <SecretInput
          label={words.password}
          autoComplete="current-password"
          required
          mb="md"
          {...form.getInputProps("password")}
        />
        {signIn.isError ? <Refused refusal={refusalOf(signIn.error)} /> : null}
        <Button type="submit" fullWidth loading={signIn.isPending}>
          {words.signIn}
        </Button>
      </form>
      <Forgot />
    </Alone>
  );
}

function Forgot() {
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <>
      <Anchor component="button" size="sm" mt="md" aria-expanded={opened} onClick={toggle}>
        {words.forgot}
      </Anchor>
      {opened ? (
        <Text size="sm" c="dimmed" mt={4}>
          {words.forgotText}
        </Text>
      ) : null}
    </>
  );
}
