import { Button, Group, SegmentedControl, Stack, Text, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { CreditedLineDraft, Invoice } from "@/api/types.gen";
import { money } from "@/lib/format";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Modal } from "@/ui/Modal";
import { Refused } from "@/ui/Refused";
import { sayDone } from "@/ui/toasts";
import { usePhone } from "@/ui/usePhone";
import { useCredit } from "../settling.queries";
import { CreditLine, type Picked } from "./CreditLine";
import classes from "./Issued.module.css";

const words = texts.invoices;

/** Takes an issued invoice back: all that is left of it, or some of its lines. */
export function CreditDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const [way, setWay] = useState("whole");
  const [reason, setReason] = useState("");
  const [picked, setPicked] = useState<Record<string, Picked>>({});
  const credit = useCredit(invoice.id);
  const isPhone = usePhone();
  const refusal = credit.isError ? refusalOf(credit.error) : null;
  const lines = invoice.lines.flatMap((line) =>
    picked[line.id] ? [wanted(line.id, picked[line.id])] : [],
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    credit.mutate(way === "whole" ? { reason } : { reason, lines }, {
      onSuccess: (note) => {
        sayDone(words.creditMade(note.number, money(note.total, note.currency)));
        onClose();
      },
    });
  };
  const pick = (id: string, how: Picked | null) =>
    setPicked(({ [id]: _, ...rest }) => (how ? { ...rest, [id]: how } : rest));
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.creditTitle(invoice.number ?? "")}
      size={640}
      fullScreen={isPhone}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{words.creditText}</Text>
          <SegmentedControl
            aria-label={words.creditHow}
            value={way}
            onChange={setWay}
            data={[
              { value: "whole", label: words.creditWhole },
              { value: "lines", label: words.creditLines },
            ]}
          />
          {way === "lines" ? (
            <ul className={classes.creditLines}>
              {invoice.lines.map((line) => (
                <CreditLine
                  key={line.id}
                  line={line}
                  currency={invoice.currency}
                  picked={picked[line.id] ?? null}
                  onPick={(how) => pick(line.id, how)}
                  error={errorOf(refusal?.fields, lines, line.id)}
                />
              ))}
            </ul>
          ) : null}
          <Textarea
            label={words.reason}
            description={words.creditReasonHint}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={refusal?.fields.reason}
            autosize
            required
            data-autofocus
          />
          {refusal && !refusal.fields.reason ? <Refused refusal={refusal} /> : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.ui.cancel}
            </Button>
            <Button
              type="submit"
              color="red.9"
              loading={credit.isPending}
              disabled={!reason.trim() || (way === "lines" && lines.length === 0)}
            >
              {words.creditMake}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function wanted(id: string, how: Picked | undefined): CreditedLineDraft {
  const line = { invoice_line_id: id };
  if (!how || how.way === "all" || !how.amount) return line;
  return how.way === "quantity" ? { ...line, quantity: how.amount } : { ...line, net: how.amount };
}

function errorOf(
  fields: Record<string, string> | undefined,
  lines: CreditedLineDraft[],
  id: string,
): string | undefined {
  const at = lines.findIndex((line) => line.invoice_line_id === id);
  const found = Object.entries(fields ?? {}).find(([path]) => path.startsWith(`lines.${at}.`));
  return found?.[1];
}
