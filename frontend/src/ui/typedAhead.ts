const LONGEST_WAIT = 3_000;

let typed = "";
let stop: () => void = () => undefined;

/** Keeps what is typed from now on for a field that is about to appear, away from the page's keys. */
export function keepTyped() {
  stop();
  const keep = (event: KeyboardEvent) => {
    if (event.key === "Escape") return stop();
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    typed += event.key;
  };
  window.addEventListener("keydown", keep, true);
  // Should the field never appear, the keys belong to the page again.
  const given = setTimeout(() => stop(), LONGEST_WAIT);
  stop = () => {
    clearTimeout(given);
    window.removeEventListener("keydown", keep, true);
    typed = "";
  };
}

/** What was typed before the field was there; from now on it is typed into. */
export function takeTyped(): string {
  const taken = typed;
  stop();
  return taken;
}
