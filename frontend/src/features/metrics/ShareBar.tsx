import classes from "./tables.module.css";

type Props = { value: string; most: number; color: string; target?: string | null };

/** An amount as a bar beside its neighbours, with a mark at its target. */
export function ShareBar({ value, most, color, target = null }: Props) {
  const of = (amount: string) => (most > 0 ? `${Math.max(0, Number(amount) / most) * 100}%` : "0%");
  return (
    <span className={classes.track} aria-hidden>
      {Number(value) > 0 ? (
        <span className={classes.fill} style={{ width: of(value), background: color }} />
      ) : null}
      {target === null ? null : (
        <span className={classes.aim} style={{ insetInlineStart: of(target) }} />
      )}
    </span>
  );
}
