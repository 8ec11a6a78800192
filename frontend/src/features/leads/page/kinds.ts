import type { ActivityKind } from "@/api/types.gen";
import {
  IconCalendarEvent,
  IconChecklist,
  IconMail,
  IconMessageCircle,
  IconNote,
  IconPhone,
} from "@/ui/icons";

/** How each kind of activity looks. */
export const KIND_ICONS = {
  note: IconNote,
  call: IconPhone,
  email: IconMail,
  meeting: IconCalendarEvent,
  message: IconMessageCircle,
  task: IconChecklist,
} as const satisfies Record<ActivityKind, unknown>;
