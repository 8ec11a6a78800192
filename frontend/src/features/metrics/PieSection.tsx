import { Skeleton, UnstyledButton } from "@mantine/core";
import { lazy, Suspense, useId, useState } from "react";
import { count, roundMoney } from "@/lib/format";
import { texts } from "@/texts";
import styles from "./metrics.module.css";
import classes from "./Slices.module.css";
import { SliceTable } from "./SliceTable";
import type { Measure, Slice } from "./slices";

const Pie = lazy(() => import("./Pie"));

export const SIZE = 132;

type Props = {
  title: string;
  note?: string;
  slices: Slice[];
  measure: Measure;
  currency: string;
  chosen: string | undefined;
  choose: (key: string) => void;
};

/** A pie with its slices named beside it as buttons; it can be read as a table instead. */
export function PieSection({ title, note, slices, measure, currency, chosen, choose }: Props) {
  const [isTable, show] = useState(false);
  const id = useId();
  const turn = isTable ? texts.metrics.charts.showChart : texts.metrics.charts.showTable;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.sectionHead}>
        <h2 id={id}>{title}</h2>
        {note ? <span className={classes.note}>{note}</span> : null}
        <UnstyledButton
          className={styles.toggle}
          aria-label={`${turn}: ${title}`}
          onClick={() => show(!isTable)}
        >
          {turn}
        </UnstyledButton>
      </div>
      {isTable ? (
        <SliceTable slices={slices} currency={currency} chosen={chosen} choose={choose} />
      ) : (
        <div className={classes.pie}>
          <Suspense fallback={<Skeleton circle height={SIZE} />}>
            <Pie
              slices={slices}
              measure={measure}
              currency={currency}
              chosen={chosen}
              choose={choose}
              size={SIZE}
            />
          </Suspense>
          <ul className={classes.legend}>
            {slices.map((slice) => (
              <li key={slice.key}>
                <UnstyledButton
                  className={classes.slice}
                  aria-pressed={slice.key === chosen}
                  title={slice.name}
                  data-faint={(chosen !== undefined && slice.key !== chosen) || undefined}
                  onClick={() => choose(slice.key)}
                >
                  <span className={classes.swatch} style={{ background: slice.color }} />
                  <span className={classes.name}>{slice.name}</span>{" "}
                  <span className={classes.figure}>
                    {measure === "leads" ? count(slice.leads) : roundMoney(slice.value, currency)}
                  </span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
