import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { refusalOf } from "@/lib/problem";
import { Alone } from "@/ui/Alone";
import { Refused } from "@/ui/Refused";
import { useSignIn } from "@/workspace/session";

export function SignInPage() {
  const { to } = useSearch({ from: "/sign-in" });
  const navigate = useNavigate();
  const signIn = useSignIn();
  const form = useForm({ initialValues: { email: "", password: "" } });
  const enter = form.onSubmit((body) =>
    signIn.mutate({ body }, { onSuccess: () => navigate({ href: to ?? "/", replace: true }) }),
  );
  return (
    <Alone title="Sign in">
      <form onSubmit={enter}>
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          autoFocus
          required
          mb="sm"
          {...form.getInputProps("email")}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          required
          mb="md"
          {...form.getInputProps("password")}
        />
        {signIn.isError ? <Refused refusal={refusalOf(signIn.error)} /> : null}
        <Button type="submit" fullWidth loading={signIn.isPending}>
          Sign in
        </Button>
      </form>
    </Alone>
  );
}
