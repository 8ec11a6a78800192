import type { Lead } from "@/api/types.gen";

/** What every field of a lead takes: it shows its value, and edits it in place where that is allowed. */
export type FieldProps = {
  lead: Lead;
  /** Opens for editing at once, as the table does when a key asks for it. */
  startOpened?: boolean;
  /** Told when editing has ended, saved or not. */
  onClosed?: () => void;
};
