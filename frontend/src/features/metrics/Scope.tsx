import type { Month } from "@/api/types.gen";
import { texts } from "@/texts";
import classes from "./metrics.module.css";

/** Whether the figures cover every deal or those that the reader may see. */
export function Scope({ scope }: { scope: Month["scope"] }) {
  return <p className={classes.scope}>{texts.metrics.scope[scope]}</p>;
}
