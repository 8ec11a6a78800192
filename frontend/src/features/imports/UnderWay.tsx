import { Progress } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { texts } from "@/texts";
import { useRowsDone } from "./queries";
import classes from "./UnderWay.module.css";

/** How far an import has come; leaving the page is asked about first. */
export function UnderWay({ rows }: { rows: number }) {
  const done = useRowsDone(true);
  useBlocker({
    shouldBlockFn: () => !window.confirm(texts.imports.stay),
    enableBeforeUnload: true,
  });
  const share = rows > 0 ? Math.min(100, (done / rows) * 100) : 0;
  return (
    <section className={classes.way}>
      <h2 className={classes.title}>{texts.imports.underWay}</h2>
      <Progress
        value={share}
        aria-label={texts.imports.underWay}
        size="lg"
        animated={share < 100}
      />
      <p className={classes.soft} role="status">
        {texts.imports.soFar(done, rows)}
      </p>
    </section>
  );
}
