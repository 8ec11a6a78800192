import { Tooltip } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./metrics.module.css";

const WHEN = { hover: true, focus: true, touch: true };

/** The name of a figure, with its definition a hover, a focus or a touch away. */
export function Term({ children, definition }: { children: ReactNode; definition: string }) {
  return (
    <Tooltip label={definition} multiline w={290} events={WHEN} withArrow openDelay={120}>
      <button type="button" className={classes.term}>
        {children}
      </button>
    </Tooltip>
  );
}
