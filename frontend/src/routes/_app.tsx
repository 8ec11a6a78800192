import { createFileRoute, redirect } from "@tanstack/react-router";
import { Shell } from "@/app/shell/Shell";
import { SignInAgain } from "@/features/session/SignInAgain";
import { installationQuery, meQuery } from "@/workspace/session";

/** Everything behind a sign-in; strangers are sent to sign in, or to first-run setup. */
export const Route = createFileRoute("/_app")({
  beforeLoad: async ({ context, location }) => {
    const me = await context.queries.ensureQueryData(meQuery);
    if (me) return;
    const installation = await context.queries.ensureQueryData(installationQuery);
    if (!installation.set_up) throw redirect({ to: "/setup" });
    throw redirect({ to: "/sign-in", search: { to: location.href } });
  },
  component: () => (
    <>
      <Shell />
      <SignInAgain />
    </>
  ),
});
