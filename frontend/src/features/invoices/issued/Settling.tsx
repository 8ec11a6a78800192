import { Button } from "@mantine/core";
import { useState } from "react";
import type { Invoice } from "@/api/types.gen";
import { day, money } from "@/lib/format";
import { texts } from "@/texts";
import { useShortcuts } from "@/ui/keys";
import { MarkPaid } from "../MarkPaid";
import classes from "./Issued.module.css";
import { PaymentDialog } from "./PaymentDialog";

const words = texts.invoices;

type Props = { invoice: Invoice; late: number; mayBill: boolean };

/** What is open, how late it is, and the way to settle it. */
export function Settling({ invoice, late, mayBill }: Props) {
  const [paying, pay] = useState(false);
  const { balance, currency, status } = invoice;
  const isOwed = status === "issued" || status === "partly_paid";
  const isOwedToThem = balance.startsWith("-");
  useShortcuts(words.keys, [
    { keys: "p", says: words.keyPay, act: () => mayBill && status !== "draft" && pay(true) },
  ]);
  return (
    <section className={classes.settling}>
      <span className={classes.label}>{isOwedToThem ? words.owedToThem : words.open}</span>
      <span className={classes.balance} data-late={late > 0 || undefined}>
        {money(isOwedToThem ? balance.slice(1) : balance, currency)}
      </span>
      {isOwed && invoice.due_on ? (
        <span className={classes.due} data-late={late > 0 || undefined}>
          {words.dueIn(day(invoice.due_on))}
          {late > 0 ? ` · ${words.late(late)}` : null}
        </span>
      ) : null}
      {mayBill && (isOwed || isOwedToThem) ? (
        <div className={classes.go}>
          {isOwed ? <MarkPaid invoice={invoice} /> : null}
          <Button variant="default" onClick={() => pay(true)}>
            {isOwedToThem ? words.recordRefund : words.recordPayment}
          </Button>
        </div>
      ) : null}
      {paying ? (
        <PaymentDialog invoice={invoice} isRefund={isOwedToThem} onClose={() => pay(false)} />
      ) : null}
    </section>
  );
}
