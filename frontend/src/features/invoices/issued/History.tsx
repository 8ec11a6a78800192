import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Audit, Invoice } from "@/api/types.gen";
import { instant, money } from "@/lib/format";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Refused } from "@/ui/Refused";
import { historyQuery } from "../queries";
import classes from "./Issued.module.css";

const words = texts.invoices;

/** Who did what to this invoice and when, newest first. */
export function History({ invoice }: { invoice: Invoice }) {
  const { data, error } = useQuery(historyQuery(invoice));
  if (error) return <Refused refusal={refusalOf(error)} />;
  if (!data) return <Skeleton height={120} />;
  if (data.length === 0) return <p className={classes.quiet}>{words.noHistory}</p>;
  return (
    <ol className={classes.list}>
      {together(data).map(({ entry, times }) => (
        <li key={entry.id} className={classes.happened}>
          <span>
            {words.acts[entry.action] ?? entry.action}
            {amountOf(entry, invoice.currency)}
            {times > 1 ? ` ${words.times(times)}` : null}
          </span>
          <span className={classes.soft}>{entry.actor.user.name}</span>
          <time className={classes.soft} dateTime={entry.at}>
            {instant(entry.at)}
          </time>
        </li>
      ))}
    </ol>
  );
}

function amountOf({ entity, after }: Audit, currency: string): string | null {
  const amount = entity === "payment" ? after.amount : null;
  return typeof amount === "string" ? `: ${money(amount, currency)}` : null;
}

/** Changes that one person made one after the other are one entry. */
function together(entries: Audit[]): { entry: Audit; times: number }[] {
  const found: { entry: Audit; times: number }[] = [];
  for (const entry of entries) {
    const last = found.at(-1);
    const isSame =
      entry.entity === "invoice" &&
      last?.entry.action === entry.action &&
      last.entry.actor.user.id === entry.actor.user.id;
    if (last && isSame) last.times += 1;
    else found.push({ entry, times: 1 });
  }
  return found;
}
