import type { Month } from "@/api/types.gen";
import { percent, roundMoney } from "@/lib/format";
import { texts } from "@/texts";
import { Changing } from "./Changing";
import classes from "./metrics.module.css";
import { TargetField } from "./TargetField";

const words = texts.metrics.opened;

type Props = { month: Month; isPast: boolean; whose: string | null; ownerId?: string };

/** What a month brought against its target, which can be changed here. */
export function Outcome({ month, isPast, whose, ownerId }: Props) {
  const { currency, attainment, forecast } = month;
  return (
    <p className={classes.outcome}>
      <b>
        <Changing text={words.wonOf(roundMoney(month.won_value, currency))} />
      </b>
      {attainment === null ? null : <span>{words.ofTarget(percent(attainment))}</span>}
      <TargetField
        month={month.month}
        userId={ownerId}
        whose={whose ?? texts.metrics.target.team}
        amount={month.target}
        currency={currency}
      />
      {isPast && forecast !== null ? (
        <span>{words.forecastThen(roundMoney(forecast, currency))}</span>
      ) : null}
    </p>
  );
}
