import { NumberInput, SegmentedControl } from "@mantine/core";
import { texts } from "@/texts";
import { DayInput } from "@/ui/DayInput";
import classes from "./Draft.module.css";
import type { Bind } from "./DraftSheet";
import type { Supply } from "./form";
import { Words } from "./Recipient";
import type { Draft } from "./useDraft";

const words = texts.invoices;
const MOST_DAYS = 365;
const WAYS = [
  { value: "issue", label: words.supplyOnIssue },
  { value: "day", label: words.supplyOn },
  { value: "period", label: words.supplyPeriod },
];

type Props = { draft: Draft; bind: Bind; complaints: Record<string, string> };

/** References, when it was supplied, and when it is due. */
export function Terms({ draft, bind, complaints }: Props) {
  const { form, write } = draft;
  const days = bind("payment_days");
  return (
    <section aria-labelledby="terms">
      <div className={classes.sectionHead}>
        <h2 className={classes.heading} id="terms">
          {words.terms}
        </h2>
      </div>
      <div className={classes.fields}>
        <Words label={words.purchaseOrder} {...bind("purchase_order")} span={3} />
        <Words label={words.buyerReference} {...bind("buyer_reference")} span={3} />
        <div data-span={3}>
          <NumberInput
            label={words.paymentDays}
            min={0}
            max={MOST_DAYS}
            allowDecimal={false}
            hideControls
            value={days.value}
            onChange={(typed) => String(typed) !== days.value && days.onChange(String(typed))}
            error={days.error}
            data-path={days["data-path"]}
          />
        </div>
        <div data-span={3} data-path="due_on">
          <DayInput
            label={words.dueOn}
            placeholder={words.dueByDays}
            value={form.due_on}
            onChange={(due_on) => write({ ...form, due_on })}
            error={complaints.due_on}
            clearable
          />
        </div>
        <SupplyFields draft={draft} complaints={complaints} />
      </div>
    </section>
  );
}

function SupplyFields({ draft, complaints }: Omit<Props, "bind">) {
  const { form, write } = draft;
  const { supply } = form;
  const supplied = (change: Partial<Supply>) =>
    write({ ...form, supply: { ...supply, ...change } });
  const day = (label: string, name: "on" | "from" | "to", path: string) => (
    <div data-span={name === "on" ? 6 : 3} data-path={path}>
      <DayInput
        label={label}
        value={supply[name]}
        onChange={(day) => supplied({ [name]: day })}
        error={complaints[path]}
      />
    </div>
  );
  return (
    <>
      <div data-span={6}>
        <span className={classes.label} id="supply">
          {words.supply}
        </span>
        <SegmentedControl
          aria-labelledby="supply"
          fullWidth
          data={WAYS}
          value={supply.way}
          onChange={(way) => supplied({ way: way as Supply["way"] })}
        />
      </div>
      {supply.way === "day" ? day(words.suppliedOn, "on", "supplied_on") : null}
      {supply.way === "period" ? (
        <>
          {day(words.supplyFrom, "from", "supply_from")}
          {day(words.supplyTo, "to", "supply_to")}
        </>
      ) : null}
    </>
  );
}
