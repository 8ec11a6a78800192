import { Alert, CloseButton } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useCallback, useReducer } from "react";
import type { Quote } from "@/api/types.gen";
import { texts } from "@/texts";
import { LinesEditor } from "@/ui/document/lines/LinesEditor";
import { blankRow, usualTax } from "@/ui/document/lines/rows";
import { Totals } from "@/ui/document/Totals";
import { useMe } from "@/workspace/session";
import { taxesQuery, useFindProducts } from "../queries";
import { complaintsOf } from "./complaints";
import classes from "./DraftEditor.module.css";
import { DiscountField, Ending, Heading } from "./DraftFields";
import { afterDraftAct, type Draft, draftOfQuote } from "./draft";
import { LeaveGuard } from "./LeaveGuard";
import { RecipientFields } from "./RecipientFields";
import { type Merge, useSaving } from "./useSaving";
import { useTotals } from "./useTotals";

const NO_FIELDS: Record<string, string> = {};

type Saving = ReturnType<typeof useSaving>;

type Props = {
  quote: Quote;
  /** The page around the draft, which shows how it is saved and saves it before it acts. */
  children: (saving: Saving, sheet: ReactNode) => ReactNode;
};

/** A draft that is written in place and saves itself. */
export function DraftEditor({ quote, children }: Props) {
  const { workspace } = useMe();
  const { data: taxes } = useSuspenseQuery(taxesQuery);
  const [draft, act] = useReducer(afterDraftAct, quote, (stored) => {
    const start = draftOfQuote(stored);
    return start.rows.length > 0 ? start : { ...start, rows: [blankRow(usualTax(taxes))] };
  });
  const saving = useSaving(quote, draft, act);
  const totals = useTotals(quote, draft);
  const find = useFindProducts();
  const fields = saving.refused?.refusal.fields ?? NO_FIELDS;
  const complaints = new Map([
    ...totals.complaints,
    ...complaintsOf(fields, saving.refused?.keys ?? []),
  ]);
  const write = useCallback((change: Partial<Draft>) => act({ type: "write", change }), []);
  const sheet = (
    <div className={classes.sheet}>
      {saving.merge ? <Merged merge={saving.merge} onClose={saving.endMerge} /> : null}
      {saving.refused ? <NotSaved saving={saving} /> : null}
      <div className={classes.top}>
        <RecipientFields
          customer={draft.customer}
          fields={fields}
          onChange={(customer) => write({ customer })}
        />
        <Heading
          subject={draft.subject}
          valid_until={draft.valid_until}
          complaints={fields}
          onChange={write}
        />
      </div>
      <LinesEditor
        rows={draft.rows}
        act={act}
        currency={quote.currency}
        decimals={workspace.currency_decimals}
        taxes={taxes}
        nets={totals.nets}
        stale={totals.stale}
        complaints={complaints}
        find={find}
      />
      <div className={classes.bottom}>
        <Ending notes={draft.notes} terms={draft.terms} complaints={fields} onChange={write} />
        <div className={classes.sums}>
          <DiscountField
            value={draft.discount}
            currency={quote.currency}
            complaint={
              totals.discountComplaint ?? fields.discount_percent ?? fields.discount_amount
            }
            onChange={(discount) => write({ discount })}
          />
          <Totals sums={totals.sums} stale={totals.stale} />
        </div>
      </div>
      <LeaveGuard save={saving.save} isDirty={saving.isDirty} refusal={saving.refused?.refusal} />
    </div>
  );
  return children(saving, sheet);
}

function NotSaved({ saving }: { saving: Saving }) {
  const refusal = saving.refused?.refusal;
  if (!refusal) return null;
  const isAtFields = Object.keys(refusal.fields).length > 0;
  const words = isAtFields ? texts.quotes.refusedFields : refusal.detail;
  return (
    <Alert color="red" variant="outline" role="alert" p="xs">
      {saving.state === "lost" ? texts.quotes.lost : words}
    </Alert>
  );
}

function Merged({ merge, onClose }: { merge: Merge; onClose: () => void }) {
  const named = (fields: Merge["theirs"]) => [
    ...new Set(fields.map((field) => texts.quotes.fieldNames[field] ?? field)),
  ];
  return (
    <Alert color="yellow" variant="outline" role="status" p="xs">
      <div className={classes.merged}>
        <span>
          {texts.quotes.changedByOther(merge.by, named(merge.theirs))}{" "}
          {merge.kept.length > 0 ? texts.quotes.mineKept(named(merge.kept)) : null}
        </span>
        <CloseButton size="sm" aria-label={texts.ui.close} onClick={onClose} />
      </div>
    </Alert>
  );
}
