import { Input } from "@mantine/core";
import { useId } from "react";
import { contrast } from "@/lib/contrast";
import { texts } from "@/texts";
import classes from "./ColorChoice.module.css";

const words = texts.stages;
const PALETTE = Object.entries(words.colors);
// The app's own grounds, on which a stage is a dot beside its name.
const GROUNDS = [
  { color: "#ffffff", says: words.hardToSeeLight },
  { color: "#15171c", says: words.hardToSeeDark },
];
const ENOUGH_FOR_A_DOT = 3;

type Props = { value: string; onChange: (color: string) => void; error?: React.ReactNode };

/** A colour that is told from the others on light and dark: one of the palette, or one's own. */
export function ColorChoice({ value, onChange, error }: Props) {
  const group = useId();
  const [ground] = GROUNDS.filter((one) => contrast(value, one.color) < ENOUGH_FOR_A_DOT);
  const isOwn = !PALETTE.some(([color]) => color === value.toLowerCase());
  return (
    <Input.Wrapper
      label={words.color}
      labelElement="div"
      description={ground?.says}
      error={error}
      inputWrapperOrder={["label", "input", "description", "error"]}
    >
      <div className={classes.palette} role="radiogroup" aria-label={words.color}>
        {PALETTE.map(([color, name]) => (
          <label key={color} className={classes.color} title={name}>
            <input
              type="radio"
              name={group}
              aria-label={name}
              checked={color === value.toLowerCase()}
              onChange={() => onChange(color)}
            />
            <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
              <circle cx="10" cy="10" r="9" fill={color} />
            </svg>
          </label>
        ))}
        <label className={classes.own} data-chosen={isOwn || undefined}>
          {words.ownColor}
          <input
            type="color"
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        </label>
      </div>
    </Input.Wrapper>
  );
}
