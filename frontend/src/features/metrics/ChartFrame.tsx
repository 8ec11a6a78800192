import { Skeleton, UnstyledButton } from "@mantine/core";
import { type ReactNode, Suspense, useId, useState } from "react";
import { texts } from "@/texts";
import classes from "./metrics.module.css";
import { Term } from "./Term";

type Props = {
  title: string;
  definition: string;
  legend?: ReactNode;
  height: number;
  chart: ReactNode;
  table: ReactNode;
};

/** A chart under its title, which can be read as a table instead. */
export function ChartFrame({ title, definition, legend, height, chart, table }: Props) {
  const [isTable, show] = useState(false);
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.sectionHead}>
        <h2 id={id}>
          <Term definition={definition}>{title}</Term>
        </h2>
        {legend}
        <UnstyledButton
          className={classes.toggle}
          aria-label={`${isTable ? texts.metrics.charts.showChart : texts.metrics.charts.showTable}: ${title}`}
          onClick={() => show(!isTable)}
        >
          {isTable ? texts.metrics.charts.showChart : texts.metrics.charts.showTable}
        </UnstyledButton>
      </div>
      {isTable ? table : <Suspense fallback={<Skeleton height={height} />}>{chart}</Suspense>}
    </section>
  );
}
