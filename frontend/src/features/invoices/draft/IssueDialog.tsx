import { Text } from "@mantine/core";
import { useState } from "react";
import type { Invoice } from "@/api/types.gen";
import { day, money } from "@/lib/format";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { DayInput } from "@/ui/DayInput";
import { sayDone, sayRefused } from "@/ui/toasts";
import { useToday } from "@/workspace/today";
import { Confirm } from "../Confirm";
import { useIssue } from "../drafting.queries";
import classes from "./Draft.module.css";

const words = texts.invoices;

type Props = {
  invoice: Invoice;
  onClose: () => void;
  onRefused: (fields: Record<string, string>) => void;
};

/** The last look before an invoice gets its number. */
export function IssueDialog({ invoice, onClose, onRefused }: Props) {
  const today = useToday();
  const [on, setOn] = useState(today);
  const issue = useIssue(invoice.id);
  const total = money(invoice.payable, invoice.currency);
  const refused = (error: unknown) => {
    const refusal = refusalOf(error);
    onRefused(refusal.fields);
    sayRefused(refusal);
  };
  const confirm = () =>
    issue.mutate(
      { terms: on === today ? {} : { issued_on: on }, version: invoice.version },
      { onSuccess: ({ number }) => sayDone(words.issued(number ?? "")), onError: refused },
    );
  return (
    <Confirm
      title={words.issueTitle}
      text={words.issueText}
      act={words.issueNow(total)}
      isBusy={issue.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div className={classes.last}>
        <Text size="sm" fw={600}>
          {invoice.customer.name}
        </Text>
        <Text size="sm" c="dimmed">
          {invoice.due_on ? words.dueIn(day(invoice.due_on)) : null}
        </Text>
        <DayInput
          label={words.issueDay}
          value={on}
          onChange={(chosen) => setOn(chosen ?? today)}
          maxDate={today}
          mt="sm"
          w={180}
        />
      </div>
    </Confirm>
  );
}
