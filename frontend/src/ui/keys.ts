import { getHotkeyHandler, useHotkeys } from "@mantine/hooks";
import { useEffect, useSyncExternalStore } from "react";

/** One shortcut: its keys as Mantine writes them (`c`, `mod+K`), what it does in words, and the act. */
export type Shortcut = { keys: string; says: string; act: () => void };

type Group = { name: string; shortcuts: Shortcut[] };

let groups: readonly Group[] = [];
const readers = new Set<() => void>();

function set(next: readonly Group[]) {
  groups = next;
  for (const tell of readers) tell();
}

/** Makes shortcuts work while a component is on the screen, and lists them on the sheet. */
export function useShortcuts(name: string, shortcuts: Shortcut[]) {
  const [chords, letters] = [shortcuts.filter(isChord), shortcuts.filter((one) => !isChord(one))];
  useHotkeys(letters.map(({ keys, act }) => [keys, () => unlessInDialog(act)]));
  // While one writes, letters are text; keys held together still are commands.
  useHotkeys(
    chords.map(({ keys, act }) => [keys, act]),
    [],
    true,
  );
  const listed = shortcuts.map(({ keys, says }) => `${keys} ${says}`).join("\n");
  // The words decide: acts are new functions at each rendering.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const group = { name, shortcuts };
    set([...groups, group]);
    return () => set(groups.filter((one) => one !== group));
  }, [name, listed]);
}

/** Everything that has a key at present, for the sheet on `?`. */
export function useListedShortcuts(): readonly Group[] {
  return useSyncExternalStore(
    (tell) => {
      readers.add(tell);
      return () => readers.delete(tell);
    },
    () => groups,
  );
}

// Shift alone makes another letter, not a command.
const isChord = ({ keys }: Shortcut) => /^(mod|ctrl|alt|meta)\+/i.test(keys);

// Single letters belong to the page; a dialog above it has its own fields.
function unlessInDialog(act: () => void) {
  const above = document.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"]');
  // Closed lists of choices stay in the document, hidden.
  if (![...above].some((one) => one.checkVisibility())) act();
}

export { getHotkeyHandler as onKeys };
