import classes from "./StageBadge.module.css";

type Props = { name: string; color: string };

/** A stage by its colour and name; the colour is a dot, so that the text keeps its contrast. */
export function StageBadge({ name, color }: Props) {
  return (
    <span className={classes.badge}>
      <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
        <circle cx="4" cy="4" r="4" fill={color} />
      </svg>
      {name}
    </span>
  );
}
