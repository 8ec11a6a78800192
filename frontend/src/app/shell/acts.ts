import { useMantineColorScheme } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { texts } from "@/texts";
import { useMay } from "@/workspace/session";
import { usePlaces } from "./places";

/** What opens above whatever page one is on. */
export type Dialog = "palette" | "keys" | "new lead";

/** The common acts of the palette, for the person at the screen. */
export function useActs(open: (dialog: Dialog) => void) {
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const maySell = useMay("write_own_leads");
  const newLead = { id: "new lead", name: texts.app.newLead, act: () => open("new lead") };
  const goings = usePlaces().map(({ to, label }) => ({
    id: to,
    name: texts.app.goTo(label),
    act: () => navigate({ to }),
  }));
  return [
    ...(maySell ? [newLead] : []),
    ...goings,
    { id: "keys", name: texts.app.keys, act: () => open("keys") },
    { id: "light", name: texts.app.use(texts.app.light), act: () => setColorScheme("light") },
    { id: "dark", name: texts.app.use(texts.app.dark), act: () => setColorScheme("dark") },
    { id: "auto", name: texts.app.use(texts.app.asTheSystem), act: () => setColorScheme("auto") },
  ];
}
