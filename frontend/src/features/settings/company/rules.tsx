import { NumberInput, Select, Switch, Textarea } from "@mantine/core";
import { useMemo } from "react";
import { currencies } from "@/lib/regions";
import { texts } from "@/texts";
import { Part } from "../Section";
import classes from "./Company.module.css";
import type { PartProps } from "./parts";

const words = texts.company;
const ZONES = Intl.supportedValuesOf("timeZone");

export function TermsPart({ form }: PartProps) {
  const days = { suffix: ` ${words.days}`, allowDecimal: false, allowNegative: false, max: 365 };
  return (
    <Part title={words.terms} text={words.termsText}>
      <div className={classes.pair}>
        <NumberInput
          label={words.quoteValidDays}
          {...days}
          {...form.getInputProps("quote_valid_days")}
        />
        <NumberInput label={words.paymentDays} {...days} {...form.getInputProps("payment_days")} />
      </div>
      <Textarea
        label={words.quoteTerms}
        autosize
        minRows={2}
        maxRows={10}
        {...form.getInputProps("quote_terms")}
      />
      <Textarea
        label={words.invoiceFooter}
        autosize
        minRows={1}
        maxRows={6}
        {...form.getInputProps("invoice_footer")}
      />
    </Part>
  );
}

export function SeeingPart({ form }: PartProps) {
  return (
    <Part title={words.seeing} text={words.seeingText}>
      <Switch
        label={words.managersSeePrivate}
        {...form.getInputProps("managers_see_private", { type: "checkbox" })}
      />
      <Switch
        label={words.repsEditPublic}
        {...form.getInputProps("reps_edit_public", { type: "checkbox" })}
      />
    </Part>
  );
}

export function BasisPart({ form }: PartProps) {
  const money = useMemo(currencies, []);
  const zone = form.values.time_zone;
  const zones = ZONES.includes(zone) ? ZONES : [zone, ...ZONES];
  return (
    <Part title={words.basis} text={words.basisText}>
      <Select
        label={words.currency}
        data={money}
        searchable
        allowDeselect={false}
        {...form.getInputProps("currency")}
      />
      <Select
        label={words.timeZone}
        data={zones}
        searchable
        allowDeselect={false}
        {...form.getInputProps("time_zone")}
      />
    </Part>
  );
}
