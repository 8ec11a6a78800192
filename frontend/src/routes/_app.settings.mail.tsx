import { createFileRoute } from "@tanstack/react-router";
import { type MailSearch, MailSection } from "@/features/settings/mails/MailSection";

const STATUSES = ["kept", "queued", "handed_over", "failed"] as const;

export const Route = createFileRoute("/_app/settings/mail")({
  validateSearch: (search: Record<string, unknown>): MailSearch => ({
    status: STATUSES.find((status) => status === search.status),
    open: typeof search.open === "string" ? search.open : undefined,
  }),
  component: MailSection,
});
