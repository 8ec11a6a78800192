import { createFileRoute, redirect } from "@tanstack/react-router";
import { SignInPage } from "@/features/session/SignInPage";
import { installationQuery, meQuery } from "@/workspace/session";

/** Signing in; those who are signed in go on, and a new installation is set up first. */
export const Route = createFileRoute("/sign-in")({
  validateSearch: (search: Record<string, unknown>): { to?: string } =>
    isOurs(search.to) ? { to: search.to } : {},
  beforeLoad: async ({ context, search }) => {
    const installation = await context.queries.ensureQueryData(installationQuery);
    if (!installation.set_up) throw redirect({ to: "/setup" });
    const me = await context.queries.ensureQueryData(meQuery);
    if (me) throw redirect({ href: search.to ?? "/" });
  },
  component: SignInPage,
});

/** Whether an address leads back into the app and nowhere else. */
function isOurs(to: unknown): to is string {
  return typeof to === "string" && /^\/(?![/\\])/.test(to);
}
