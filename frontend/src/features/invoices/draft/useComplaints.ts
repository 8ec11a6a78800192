import { useState } from "react";
import type { Invoice } from "@/api/types.gen";
import { byRow } from "./form";
import type { Draft } from "./useDraft";

/**
 * What stands at the fields: what the draft lacks, gently until somebody tries to issue it, and
 * what the server refused.
 */
export function useComplaints(invoice: Invoice, draft: Draft) {
  const [isInsisting, setInsisting] = useState(false);
  const [refused, setRefused] = useState<{ version: number; fields: Record<string, string> }>();
  const missing = Object.fromEntries(invoice.missing.map(({ field, message }) => [field, message]));
  const keys = invoice.lines.map(({ id }) => ({
    key: draft.form.rows.find((row) => row.id === id)?.key ?? "gone",
  }));
  const ofIssue = refused?.version === invoice.version ? refused.fields : {};
  const fields = { ...byRow({ ...missing, ...ofIssue }, keys), ...draft.errors };
  const insist = () => {
    setInsisting(true);
    const first = Object.keys(fields).find((path) => !path.startsWith("seller."));
    if (first) focusOn(first);
  };
  return {
    fields,
    isGentle: !isInsisting && Object.keys(draft.errors).length === 0,
    insist,
    add: (found: Record<string, string>) => {
      setRefused({ version: invoice.version, fields: found });
      setInsisting(true);
    },
  };
}

export type Complaints = ReturnType<typeof useComplaints>;

/** Brings the field of a dotted path into sight, ready for typing. */
export function focusOn(path: string) {
  const field = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
  const target = field?.matches("input, textarea, button")
    ? field
    : field?.querySelector<HTMLElement>("input, textarea, button");
  target?.focus();
  target?.scrollIntoView({ block: "center" });
}
