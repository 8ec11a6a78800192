import type { InvoiceSummary } from "@/api/types.gen";
import { daysBetween } from "@/lib/days";

/** How many days an invoice is late; 0 unless the server calls it overdue. */
export function daysLate(invoice: InvoiceSummary, today: string): number {
  return invoice.overdue && invoice.due_on ? daysBetween(invoice.due_on, today) : 0;
}
