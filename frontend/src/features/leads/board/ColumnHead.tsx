import { Link } from "@tanstack/react-router";
import type { Stage, StageSum } from "@/api/types.gen";
import { count, roundMoney } from "@/lib/format";
import { texts } from "@/texts";
import type { BoardFilters } from "../columns";
import { StageDot } from "../fields/StageDot";
import classes from "./Board.module.css";

type Props = {
  stage: Stage;
  sum: StageSum | undefined;
  currency: string | undefined;
  filters: BoardFilters;
};

/** A stage's name, how many leads stand in it, and what they are worth. */
export function ColumnHead({ stage, sum, currency, filters }: Props) {
  return (
    <header className={classes.head}>
      <h2 className={classes.stage} title={stage.description || undefined}>
        <StageDot color={stage.color} />
        <span className={classes.stageName}>{stage.name}</span>
        <span className={classes.count}>{sum ? count(sum.leads) : ""}</span>
      </h2>
      <p className={classes.worth}>
        {sum && currency ? roundMoney(sum.value, currency) : "\u00a0"}
        {stage.outcome === "open" ? null : (
          <>
            <span>{texts.board.thisMonth}</span>
            <Link className={classes.all} to="/leads" search={{ ...filters, stage: stage.key }}>
              {texts.board.all(stage.name)}
            </Link>
          </>
        )}
      </p>
    </header>
  );
}
