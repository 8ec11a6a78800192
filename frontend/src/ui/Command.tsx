import { ActionIcon, CopyButton, Tooltip } from "@mantine/core";
import classes from "./Command.module.css";
import { IconCheck, IconCopy } from "./icons";

/** Lines for a terminal, with a button that copies them whole. */
export function Command({ lines, label }: { lines: string; label: string }) {
  return (
    <section className={classes.command} aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and keys must be able to. */}
      <pre tabIndex={0}>{lines}</pre>
      <CopyButton value={lines} timeout={2000}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? "Copied" : "Copy"} withArrow position="left">
            <ActionIcon
              className={classes.copy}
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={copied ? "Copied" : `Copy: ${label}`}
              onClick={copy}
            >
              {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </section>
  );
}
