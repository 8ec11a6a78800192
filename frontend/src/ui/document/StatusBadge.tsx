import classes from "./StatusBadge.module.css";

export type Tone = "plain" | "draft" | "out" | "seen" | "half" | "good" | "warn" | "bad";

/** Where a document stands: a dot in the colour of its state, and the word for it. */
export function StatusBadge({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  );
}
