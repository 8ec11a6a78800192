import { useState } from "react";
import classes from "./metrics.module.css";

/** A figure that takes on a tint for a moment when it changes under the reader's eyes. */
export function Changing({ text }: { text: string }) {
  const [first] = useState(text);
  // A new key is a new element, which plays its animation once.
  return (
    <span key={text} className={text === first ? undefined : classes.changed}>
      {text}
    </span>
  );
}
