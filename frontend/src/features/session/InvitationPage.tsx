import { Button, Skeleton, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import type { OpenInvitation } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Alone } from "@/ui/Alone";
import { Refused } from "@/ui/Refused";
import { SecretInput } from "@/ui/SecretInput";
import { useTakeUpInvitation } from "@/workspace/session";
import { invitationQuery } from "./queries";

const words = texts.session;

/** The end of an invitation's link: choose a password, and be signed in. */
export function InvitationPage() {
  const { token } = useParams({ from: "/invitation/$token" });
  const { data: invitation, error } = useQuery(invitationQuery(token));
  if (error) return <Over detail={refusalOf(error).detail} />;
  return (
    <Alone title={invitation ? words.welcome(invitation.name) : words.choosePassword}>
      {invitation ? (
        <ChoosePassword token={token} invitation={invitation} />
      ) : (
        <Skeleton height={180} aria-label={texts.ui.loading} />
      )}
    </Alone>
  );
}

function Over({ detail }: { detail: string }) {
  return (
    <Alone title={words.invitationOver}>
      <Text mb="md">{detail}</Text>
      <Button component={Link} to="/sign-in" variant="default" fullWidth>
        {words.toSignIn}
      </Button>
    </Alone>
  );
}

type Props = { token: string; invitation: OpenInvitation };

function ChoosePassword({ token, invitation }: Props) {
  const takeUp = useTakeUpInvitation();
  const navigate = useNavigate();
  const form = useForm({ initialValues: { password: "" } });
  const refusal = takeUp.isError ? refusalOf(takeUp.error) : null;
  const join = form.onSubmit(({ password }) =>
    takeUp.mutate(
      { token, password },
      {
        onSuccess: () => navigate({ to: "/", replace: true }),
        onError: (failure) => form.setErrors(refusalOf(failure).fields),
      },
    ),
  );
  return (
    <form onSubmit={join}>
      <Text mb="md">{words.invitedTo(invitation.company)}</Text>
      <TextInput
        label={words.email}
        value={invitation.email}
        autoComplete="username"
        readOnly
        mb="sm"
      />
      <SecretInput
        label={words.password}
        description={words.longEnough}
        autoComplete="new-password"
        minLength={10}
        required
        autoFocus
        mb="md"
        {...form.getInputProps("password")}
      />
      {refusal ? <Refused refusal={refusal} /> : null}
      <Button type="submit" fullWidth loading={takeUp.isPending}>
        {words.join}
      </Button>
    </form>
  );
}
