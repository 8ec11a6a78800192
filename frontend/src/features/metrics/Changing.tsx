import { createContext, useContext, useState } from "react";
import classes from "./metrics.module.css";

/**
 * What the figures on the screen are of, in one word; null while other figures are on the way.
 *
 * A figure that differs because something else was chosen has not changed under anybody's eyes.
 */
export const FiguresOf = createContext<string | null>(null);

/** A figure that takes on a tint for a moment when it changes under the reader's eyes. */
export function Changing({ text }: { text: string }) {
  const of = useContext(FiguresOf);
  const [first, begin] = useState({ of, text });
  if (first.of !== of) begin({ of, text });
  const hasChanged = of !== null && first.of === of && first.text !== text;
  // A new key is a new element, which plays its animation once.
  return (
    <span key={text} className={hasChanged ? classes.changed : undefined}>
      {text}
    </span>
  );
}
