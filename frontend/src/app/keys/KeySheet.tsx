import { Kbd } from "@mantine/core";
import { texts } from "@/texts";
import { useListedShortcuts } from "@/ui/keys";
import { Modal } from "@/ui/Modal";
import classes from "./KeySheet.module.css";

/** Every key that does something on the page at present. */
export function KeySheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const groups = useListedShortcuts();
  return (
    <Modal opened={opened} onClose={onClose} title={texts.app.keys} size="lg">
      <div className={classes.groups}>
        {groups.map((group) => (
          <section key={group.name}>
            <h3 className={classes.group}>{group.name}</h3>
            <dl className={classes.list}>
              {group.shortcuts.map(({ keys, says }) => (
                <div key={keys + says} className={classes.shortcut}>
                  <dt>{says}</dt>
                  <dd>
                    {parts(keys).map((key) => (
                      <Kbd key={key}>{written(key)}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const NAMES: Record<string, string> = {
  mod: isMac ? "⌘" : "Ctrl",
  shift: "Shift",
  alt: isMac ? "⌥" : "Alt",
  ArrowUp: "↑",
  ArrowDown: "↓",
};

// Where Shift is part of writing the sign itself, the sign is enough.
function parts(keys: string): string[] {
  return keys.replace(/^shift\+(?=[^\w]$)/, "").split("+");
}

function written(key: string): string {
  return NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
