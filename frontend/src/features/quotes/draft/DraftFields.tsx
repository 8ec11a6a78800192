import { Textarea, TextInput } from "@mantine/core";
import { memo } from "react";
import { texts } from "@/texts";
import { DayInput } from "@/ui/DayInput";
import { DiscountCell } from "@/ui/document/lines/cells";
import type { Discount } from "@/ui/document/lines/rows";
import { useToday } from "@/workspace/today";
import classes from "./DraftEditor.module.css";
import type { Draft } from "./draft";

type Props<F extends keyof Draft> = Pick<Draft, F> & {
  complaints: Record<string, string>;
  onChange: (change: Partial<Draft>) => void;
};

/** What the offer is called and how long it holds. */
export const Heading = memo(function Heading(props: Props<"subject" | "valid_until">) {
  const { complaints, onChange } = props;
  const today = useToday();
  return (
    <div className={classes.heading}>
      <TextInput
        label={texts.quotes.subject}
        placeholder={texts.quotes.subjectHint}
        dir="auto"
        value={props.subject}
        error={complaints.subject}
        onChange={(event) => onChange({ subject: event.currentTarget.value })}
      />
      <DayInput
        label={texts.quotes.validUntil}
        value={props.valid_until}
        minDate={today}
        error={complaints.valid_until}
        onChange={(day) => day && onChange({ valid_until: day })}
      />
    </div>
  );
});

/** What stands below the sums. */
export const Ending = memo(function Ending(props: Props<"notes" | "terms">) {
  const { complaints, onChange } = props;
  return (
    <div className={classes.ending}>
      <Textarea
        label={texts.quotes.notes}
        placeholder={texts.quotes.notesHint}
        autosize
        minRows={2}
        dir="auto"
        value={props.notes}
        error={complaints.notes}
        onChange={(event) => onChange({ notes: event.currentTarget.value })}
      />
      <Textarea
        label={texts.quotes.terms}
        autosize
        minRows={2}
        dir="auto"
        value={props.terms}
        error={complaints.terms}
        onChange={(event) => onChange({ terms: event.currentTarget.value })}
      />
    </div>
  );
});

type DiscountProps = {
  value: Discount;
  currency: string;
  complaint: string | undefined;
  onChange: (discount: Discount) => void;
};

/** A discount on the whole offer, in percent or as an amount. */
export function DiscountField({ complaint, ...rest }: DiscountProps) {
  return (
    <div className={classes.discount}>
      <span aria-hidden="true">{texts.quotes.documentDiscount}</span>
      <div className={classes.discountCell}>
        <DiscountCell
          column="discount"
          label={texts.quotes.documentDiscount}
          complaint={complaint}
          placeholder={texts.lines.discountHint}
          {...rest}
        />
      </div>
      {complaint ? (
        <p className={classes.complaint} role="alert">
          {complaint}
        </p>
      ) : null}
    </div>
  );
}
