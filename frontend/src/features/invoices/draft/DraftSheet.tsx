import { Group, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type Dispatch, useCallback, useRef } from "react";
import type { Invoice } from "@/api/types.gen";
import { texts } from "@/texts";
import { AmountInput } from "@/ui/AmountInput";
import type { Complaints as OfLine } from "@/ui/document/lines/LineRow";
import { LinesEditor } from "@/ui/document/lines/LinesEditor";
import { afterAct, type LinesAct } from "@/ui/document/lines/lines";
import { Totals } from "@/ui/document/Totals";
import { useMe } from "@/workspace/session";
import { taxesQuery, useFindProducts } from "../queries";
import classes from "./Draft.module.css";
import type { TextField } from "./form";
import { Recipient } from "./Recipient";
import { Terms } from "./Terms";
import type { Draft } from "./useDraft";

const words = texts.invoices;

/** What every part of the sheet takes: the text of a field, how it changes, what is wrong with it. */
export type Bind = (field: TextField) => {
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  "data-path": string;
};

type Props = { invoice: Invoice; draft: Draft; complaints: Record<string, string> };

/** The draft itself: to whom, on which terms, for what, and what it comes to. */
export function DraftSheet({ invoice, draft, complaints }: Props) {
  const { form, write } = draft;
  const bind: Bind = (field) => ({
    value: form.texts[field],
    onChange: (value) => write({ ...form, texts: { ...form.texts, [field]: value } }),
    error: complaints[field],
    "data-path": field,
  });
  return (
    <>
      <div className={classes.halves}>
        <Recipient invoice={invoice} draft={draft} bind={bind} />
        <Terms draft={draft} bind={bind} complaints={complaints} />
      </div>
      <Lines invoice={invoice} draft={draft} complaints={complaints} />
      <div className={classes.closing}>
        <div>
          <Prose
            label={words.paymentTerms}
            hint={words.paymentTermsHint}
            {...bind("payment_terms")}
          />
          <Prose label={words.notes} hint={words.notesHint} {...bind("notes")} />
        </div>
        <div>
          <Reductions invoice={invoice} draft={draft} bind={bind} complaints={complaints} />
          <Totals
            sums={invoice}
            stale={draft.state !== "saved"}
            after={
              invoice.payable === invoice.total
                ? []
                : [{ label: words.payable, amount: invoice.payable, strong: true }]
            }
          />
        </div>
      </div>
    </>
  );
}

type ProseProps = ReturnType<Bind> & { label: string; hint: string };

function Prose({ label, hint, onChange, ...rest }: ProseProps) {
  return (
    <Textarea
      label={label}
      description={hint}
      autosize
      minRows={2}
      maxRows={8}
      mb="sm"
      onChange={(event) => onChange(event.currentTarget.value)}
      {...rest}
    />
  );
}

function Lines({ invoice, draft, complaints }: Props) {
  const { workspace } = useMe();
  const { data: taxes = [] } = useQuery(taxesQuery);
  const find = useFindProducts();
  const latest = useRef(draft);
  latest.current = draft;
  const act: Dispatch<LinesAct> = useCallback((made) => {
    const { current, write } = latest.current;
    write({ ...current.form, rows: afterAct(current.form.rows, made) });
  }, []);
  const nets = new Map(
    draft.form.rows.flatMap((row) => {
      const line = invoice.lines.find(({ id }) => id === row.id);
      return line ? [[row.key, line.net] as const] : [];
    }),
  );
  return (
    <div className={classes.lines} data-path="lines">
      <h2 className={classes.heading}>{words.lines}</h2>
      {complaints.lines ? <p className={classes.complaint}>{complaints.lines}</p> : null}
      <LinesEditor
        rows={draft.form.rows}
        act={act}
        currency={invoice.currency}
        decimals={workspace.currency_decimals}
        taxes={taxes}
        nets={nets}
        stale={draft.state !== "saved"}
        complaints={ofLines(complaints)}
        find={find}
      />
    </div>
  );
}

const COLUMN_OF: Record<string, keyof OfLine> = {
  discount_percent: "discount",
  discount_amount: "discount",
  tax_rate: "tax",
  tax_category: "tax",
  tax_reason: "tax",
  product_id: "description",
};

/** Complaints of lines (`lines.row-3.tax_rate`) by line and column. */
function ofLines(complaints: Record<string, string>): Map<string, OfLine> {
  const found = new Map<string, OfLine>();
  for (const [path, message] of Object.entries(complaints)) {
    const [, key, field] = /^lines\.([^.]+)\.(.+)$/.exec(path) ?? [];
    if (!key || !field) continue;
    const column = COLUMN_OF[field] ?? (field as keyof OfLine);
    found.set(key, { ...found.get(key), [column]: message });
  }
  return found;
}

type ReductionProps = Props & { bind: Bind };

function Reductions({ invoice, draft, bind, complaints }: ReductionProps) {
  const { form, write } = draft;
  const isAmount = form.discount.amount !== "";
  return (
    <Group gap="sm" mb="sm" justify="flex-end" align="flex-end">
      <AmountInput
        label={words.discountPercent}
        value={form.discount.percent}
        onChange={(percent) =>
          percent !== form.discount.percent &&
          write({ ...form, discount: { percent, amount: percent ? "" : form.discount.amount } })
        }
        error={complaints.discount_percent}
        rightSection={words.percent}
        disabled={isAmount}
        w={110}
        data-path="discount_percent"
      />
      <AmountInput
        label={words.discount}
        value={form.discount.amount}
        onChange={(amount) =>
          amount !== form.discount.amount &&
          write({ ...form, discount: { amount, percent: amount ? "" : form.discount.percent } })
        }
        error={complaints.discount_amount}
        rightSection={<span className={classes.currency}>{invoice.currency}</span>}
        rightSectionWidth={44}
        disabled={form.discount.percent !== ""}
        w={130}
        data-path="discount_amount"
      />
      <AmountInput
        label={words.prepaid}
        {...bind("prepaid")}
        onChange={(value) => value !== form.texts.prepaid && bind("prepaid").onChange(value)}
        rightSection={<span className={classes.currency}>{invoice.currency}</span>}
        rightSectionWidth={44}
        w={130}
      />
    </Group>
  );
}
