import { UnstyledButton } from "@mantine/core";
import { count, money } from "@/lib/format";
import { texts } from "@/texts";
import type { Slice } from "./slices";
import classes from "./tables.module.css";

type Props = {
  slices: Slice[];
  currency: string;
  chosen: string | undefined;
  choose: (key: string) => void;
};

/** The slices of a pie as rows with their exact values. */
export function SliceTable({ slices, currency, chosen, choose }: Props) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{texts.metrics.tables.source}</th>
          <th scope="col" className={classes.number}>
            {texts.metrics.tables.leads}
          </th>
          <th scope="col" className={classes.number}>
            {texts.metrics.tables.value}
          </th>
        </tr>
      </thead>
      <tbody>
        {slices.map((slice) => (
          <tr key={slice.key}>
            <th scope="row" className={classes.name}>
              <UnstyledButton
                className={classes.choice}
                aria-pressed={slice.key === chosen}
                onClick={() => choose(slice.key)}
              >
                <span className={classes.dot} style={{ background: slice.color }} />
                {slice.name}
              </UnstyledButton>
            </th>
            <td className={classes.number}>{count(slice.leads)}</td>
            <td className={classes.number}>{money(slice.value, currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
