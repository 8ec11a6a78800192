import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { Invoice, Payment } from "@/api/types.gen";
import { day, money } from "@/lib/format";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { DayInput } from "@/ui/DayInput";
import { Modal } from "@/ui/Modal";
import { Refused } from "@/ui/Refused";
import { sayDone } from "@/ui/toasts";
import { useToday } from "@/workspace/today";
import { useReversePayment } from "../settling.queries";
import classes from "./Issued.module.css";

const words = texts.invoices;

type Props = { invoice: Invoice; mayBill: boolean };

/** What came and went, with reversals beside what they take back, and the credit notes. */
export function Payments({ invoice, mayBill }: Props) {
  const [reversing, reverse] = useState<Payment | null>(null);
  const reversed = new Set(invoice.payments.map((payment) => payment.reverses_id));
  return (
    <section className={classes.part} aria-labelledby="payments">
      <h2 className={classes.heading} id="payments">
        {words.payments}
      </h2>
      {invoice.payments.length === 0 ? <p className={classes.quiet}>{words.noPayments}</p> : null}
      <ul className={classes.list}>
        {invoice.payments.map((payment) => (
          <Paid
            key={payment.id}
            payment={payment}
            isReversed={reversed.has(payment.id)}
            onReverse={mayBill ? () => reverse(payment) : undefined}
          />
        ))}
      </ul>
      {invoice.credit_notes.length > 0 ? <Notes invoice={invoice} /> : null}
      {reversing ? <ReverseDialog payment={reversing} onClose={() => reverse(null)} /> : null}
    </section>
  );
}

type PaidProps = { payment: Payment; isReversed: boolean; onReverse: (() => void) | undefined };

function Paid({ payment, isReversed, onReverse }: PaidProps) {
  const amount = money(payment.amount, payment.currency);
  const method = words.methods[payment.method] ?? payment.method;
  const hasSurplus = Number(payment.surplus) > 0;
  return (
    <li className={classes.entry} data-gone={isReversed || undefined}>
      <span className={classes.on}>{day(payment.received_on)}</span>
      <span className={classes.what}>
        <span>
          {kindOf(payment)}
          {isReversed ? ` (${words.reversed})` : null}
        </span>
        <span className={classes.soft}>
          {[
            method,
            payment.reference,
            payment.reason,
            hasSurplus ? words.surplusKept(money(payment.surplus, payment.currency)) : null,
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </span>
      <span className={classes.amount}>{amount}</span>
      <span className={classes.act}>
        {onReverse && !isReversed && !payment.reverses_id ? (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={onReverse}
            aria-label={words.reverseOf(amount)}
          >
            {words.reverse}
          </Button>
        ) : null}
      </span>
    </li>
  );
}

function kindOf(payment: Payment): string {
  if (payment.reverses_id) return words.reversal;
  return payment.amount.startsWith("-") ? words.refund : words.payment;
}

function Notes({ invoice }: { invoice: Invoice }) {
  return (
    <>
      <h2 className={classes.heading}>{words.creditNotes}</h2>
      <ul className={classes.list}>
        {invoice.credit_notes.map((note) => (
          <li key={note.id} className={classes.entry}>
            <span className={classes.on}>{day(note.issued_on)}</span>
            <Link className={classes.to} to="/credit-notes/$id" params={{ id: note.id }}>
              {note.number}
            </Link>
            <span className={classes.amount}>{money(`-${note.total}`, invoice.currency)}</span>
            <span className={classes.act} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ReverseDialog({ payment, onClose }: { payment: Payment; onClose: () => void }) {
  const today = useToday();
  const [on, setOn] = useState<string | null>(today);
  const [reason, setReason] = useState("");
  const reverse = useReversePayment();
  const refusal = reverse.isError ? refusalOf(reverse.error) : null;
  const amount = money(payment.amount, payment.currency);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reverse.mutate(
      { id: payment.id, on: on ?? today, reason },
      {
        onSuccess: () => {
          sayDone(words.paymentReversed(amount));
          onClose();
        },
      },
    );
  };
  return (
    <Modal opened onClose={onClose} title={words.reverseTitle(amount)}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{words.reverseText}</Text>
          <Textarea
            label={words.reason}
            description={words.reverseReasonHint}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={refusal?.fields.reason}
            autosize
            required
            data-autofocus
          />
          <DayInput
            label={words.reverseOn}
            value={on}
            onChange={setOn}
            minDate={payment.received_on}
            maxDate={today}
            error={refusal?.fields.on}
          />
          {refusal && Object.keys(refusal.fields).length === 0 ? (
            <Refused refusal={refusal} />
          ) : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.ui.cancel}
            </Button>
            <Button
              type="submit"
              color="red.9"
              loading={reverse.isPending}
              disabled={!reason.trim()}
            >
              {words.reverse}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
