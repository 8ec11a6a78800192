import {
  IconAlertTriangle,
  IconArchive,
  IconArrowRight,
  IconCash,
  IconCheck,
  IconEye,
  IconFileText,
  IconMail,
  IconPlus,
  IconReceipt,
  IconSend,
  IconUsers,
  IconX,
} from "@/ui/icons";

type Look = { Icon: typeof IconPlus; tone?: "good" | "bad" | "quiet" };

// The first that an action begins with, or ends with, gives its look.
const LOOKS: readonly (readonly [RegExp, Look])[] = [
  [/^lead\.created$/, { Icon: IconPlus }],
  [/^lead\.won$/, { Icon: IconCheck, tone: "good" }],
  [/^lead\.lost$/, { Icon: IconX, tone: "bad" }],
  [/^lead\.stage_changed$/, { Icon: IconArrowRight }],
  [/^lead\.(shared|made_public)$/, { Icon: IconUsers }],
  [/^lead\.(archived|restored)$/, { Icon: IconArchive }],
  [/^quote\.accepted$/, { Icon: IconCheck, tone: "good" }],
  [/^quote\.declined$/, { Icon: IconX, tone: "bad" }],
  [/^quote\.viewed$/, { Icon: IconEye }],
  [/^(quote|invoice|credit_note)\.(sent|resent)$/, { Icon: IconSend }],
  [/^mail\.failed$/, { Icon: IconAlertTriangle, tone: "bad" }],
  [/^mail\./, { Icon: IconMail, tone: "quiet" }],
  [/^invoice\.overdue$/, { Icon: IconAlertTriangle, tone: "bad" }],
  [/^(invoice\.paid|payment\.recorded)$/, { Icon: IconCash, tone: "good" }],
  [/^(payment|customer_credit)\./, { Icon: IconCash }],
  [/^(invoice|credit_note)\./, { Icon: IconReceipt }],
];

/** The sign of an event, and whether it is good or bad news. */
export function lookOf(action: string): Look {
  return LOOKS.find(([pattern]) => pattern.test(action))?.[1] ?? { Icon: IconFileText };
}
