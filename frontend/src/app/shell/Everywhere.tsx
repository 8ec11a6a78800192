import { lazy, Suspense } from "react";
import { texts } from "@/texts";
import { useShortcuts } from "@/ui/keys";
import { useSoon } from "@/ui/soon";
import { keepTyped } from "@/ui/typedAhead";
import { useMay } from "@/workspace/session";
import { type Dialog, useActs } from "./acts";

const loadPalette = () =>
  import("@/features/search/Palette").then((module) => ({ default: module.Palette }));
const Palette = lazy(loadPalette);
const KeySheet = lazy(() =>
  import("../keys/KeySheet").then((module) => ({ default: module.KeySheet })),
);

const NewLead = lazy(() =>
  import("@/features/leads/NewLead").then((module) => ({ default: module.NewLead })),
);

type Props = { dialog: Dialog | null; open: (dialog: Dialog | null) => void };

/** What is at hand on every page: the palette, the sheet of keys, and the dialog for a new lead. */
export function Everywhere({ dialog, open }: Props) {
  const acts = useActs(open);
  const maySell = useMay("write_own_leads");
  const find = () => {
    if (dialog !== "palette") keepTyped();
    open("palette");
  };
  useShortcuts(texts.app.everywhere, [
    { keys: "mod+K", says: texts.search.title, act: find },
    ...(maySell ? [{ keys: "c", says: texts.app.newLead, act: () => open("new lead") }] : []),
    { keys: "shift+?", says: texts.app.keys, act: () => open("keys") },
  ]);
  // Who opens it begins to type at once, so it is fetched before.
  useSoon(loadPalette);
  const close = () => open(null);
  return (
    <Suspense>
      {dialog === "palette" ? <Palette opened onClose={close} acts={acts} /> : null}
      {dialog === "keys" ? <KeySheet opened onClose={close} /> : null}
      {dialog === "new lead" ? <NewLead opened onClose={close} /> : null}
    </Suspense>
  );
}
