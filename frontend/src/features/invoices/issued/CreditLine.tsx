import { Checkbox, Select } from "@mantine/core";
import type { InvoiceLine } from "@/api/types.gen";
import { written } from "@/lib/decimals";
import { money } from "@/lib/format";
import { texts } from "@/texts";
import { AmountInput } from "@/ui/AmountInput";
import classes from "./Issued.module.css";

const words = texts.invoices;
const WAYS = [
  { value: "all", label: words.creditAll },
  { value: "quantity", label: words.creditByQuantity },
  { value: "net", label: words.creditByAmount },
];

/** How a line is taken back: all that is left, a quantity of it, or an amount before tax. */
export type Picked = { way: "all" | "quantity" | "net"; amount: string };

type Props = {
  line: InvoiceLine;
  currency: string;
  picked: Picked | null;
  onPick: (how: Picked | null) => void;
  error: string | undefined;
};

/** A line of the invoice that may be ticked for taking back. */
export function CreditLine({ line, currency, picked, onPick, error }: Props) {
  const [name = ""] = line.description.split("\n");
  const isNet = picked?.way === "net";
  return (
    <li className={classes.creditLine}>
      <Checkbox
        checked={picked !== null}
        onChange={(event) =>
          onPick(event.currentTarget.checked ? { way: "all", amount: "" } : null)
        }
        label={name}
        description={leftOf(line, currency)}
      />
      {picked ? (
        <div className={classes.creditHow}>
          <Select
            aria-label={words.creditHowOf(name)}
            data={WAYS}
            value={picked.way}
            onChange={(way) => onPick({ way: (way ?? "all") as Picked["way"], amount: "" })}
            allowDeselect={false}
            w={150}
          />
          {picked.way === "all" ? null : (
            <AmountInput
              aria-label={`${isNet ? words.creditByAmount : words.creditByQuantity}: ${name}`}
              value={picked.amount}
              onChange={(amount) => onPick({ ...picked, amount })}
              rightSection={<span className={classes.soft}>{isNet ? currency : line.unit}</span>}
              rightSectionWidth={56}
              error={error}
              w={150}
            />
          )}
        </div>
      ) : null}
    </li>
  );
}

function leftOf(line: InvoiceLine, currency: string): string {
  const whole = `${written(line.quantity)} ${line.unit} · ${money(line.due_net ?? line.net, currency)}`;
  const back = [
    Number(line.credited_quantity) ? `${written(line.credited_quantity)} ${line.unit}` : null,
    Number(line.credited_net) ? money(line.credited_net, currency) : null,
  ].filter(Boolean);
  return back.length > 0 ? `${whole} · ${words.creditedSoFar(back.join(", "))}` : whole;
}
