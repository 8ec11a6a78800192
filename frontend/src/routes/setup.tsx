import { createFileRoute, redirect } from "@tanstack/react-router";
import { SetupPage } from "@/features/session/SetupPage";
import { installationQuery } from "@/workspace/session";

/** First run; where it was done, one signs in. */
export const Route = createFileRoute("/setup")({
  beforeLoad: async ({ context }) => {
    const installation = await context.queries.ensureQueryData(installationQuery);
    if (installation.set_up) throw redirect({ to: "/sign-in", search: {} });
  },
  component: SetupPage,
});
