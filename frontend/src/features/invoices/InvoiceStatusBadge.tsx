import type { InvoiceStatus } from "@/api/types.gen";
import { texts } from "@/texts";
import { StatusBadge, type Tone } from "@/ui/document/StatusBadge";

const words = texts.invoices;
const TONES: Record<InvoiceStatus, Tone> = {
  draft: "draft",
  issued: "out",
  partly_paid: "half",
  paid: "good",
  credited: "plain",
};

/** How far an invoice came; overdue says how many days late it is. */
export function InvoiceStatusBadge({ status, late = 0 }: { status: InvoiceStatus; late?: number }) {
  if (late <= 0) return <StatusBadge tone={TONES[status]}>{words.status[status]}</StatusBadge>;
  return <StatusBadge tone="bad">{`${words.status.overdue} · ${words.late(late)}`}</StatusBadge>;
}
