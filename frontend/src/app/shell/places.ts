import { texts } from "@/texts";
import {
  IconCash,
  IconChartBar,
  IconColumns3,
  IconList,
  IconSettings,
  IconUpload,
} from "@/ui/icons";

/** Where one can go, in the order of a seller's day. */
export const PLACES = [
  { to: "/", label: texts.app.dashboard, icon: IconChartBar, onPhone: true },
  { to: "/leads", label: texts.app.leads, icon: IconList, onPhone: true },
  { to: "/board", label: texts.app.board, icon: IconColumns3, onPhone: true },
  { to: "/finance", label: texts.app.finance, icon: IconCash, onPhone: true },
  { to: "/import", label: texts.app.import, icon: IconUpload, onPhone: false },
  { to: "/settings", label: texts.app.settings, icon: IconSettings, onPhone: true },
] as const;
