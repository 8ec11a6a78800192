import type { InvoiceStatus } from "@/api/types.gen";
import { texts } from "@/texts";
import classes from "./StatusBadge.module.css";

/** How far an invoice came; overdue says how many days late it is. */
export function StatusBadge({ status, late = 0 }: { status: InvoiceStatus; late?: number }) {
  const word = texts.invoices.status[status];
  if (late <= 0) {
    return (
      <span className={classes.badge} data-status={status}>
        {word}
      </span>
    );
  }
  return (
    <span className={classes.badge} data-status="overdue">
      {texts.invoices.status.overdue} · {texts.invoices.late(late)}
    </span>
  );
}
