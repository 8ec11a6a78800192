import { texts } from "@/texts";
import {
  IconCash,
  IconChartBar,
  IconColumns3,
  IconFileText,
  IconList,
  IconReceipt,
  IconSettings,
  IconUpload,
} from "@/ui/icons";
import { useMe } from "@/workspace/session";

const PLACES = [
  { to: "/", label: texts.app.dashboard, icon: IconChartBar, onPhone: true },
  { to: "/leads", label: texts.app.leads, icon: IconList, onPhone: true },
  { to: "/board", label: texts.app.board, icon: IconColumns3, onPhone: true },
  { to: "/quotes", label: texts.app.quotes, icon: IconFileText, onPhone: false },
  { to: "/finance", label: texts.app.finance, icon: IconCash, onPhone: true },
  { to: "/invoices", label: texts.app.invoices, icon: IconReceipt, onPhone: false },
  {
    to: "/import",
    label: texts.app.import,
    icon: IconUpload,
    onPhone: false,
    // Whoever may bring in anything may bring in customers.
    right: "write_customers",
  },
  { to: "/settings", label: texts.app.settings, icon: IconSettings, onPhone: false },
] as const;

/** Where one can go, in the order of a deal's life. */
export function usePlaces() {
  const { rights } = useMe();
  return PLACES.filter((place) => !("right" in place) || rights.includes(place.right));
}
