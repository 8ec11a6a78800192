import { NumberInput, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import type { NextNumber, NextNumbers, Workspace } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { type NumberFormats, nextNumbersQuery, workspaceQuery } from "../queries";
import { RecordFormFrame } from "../RecordFormFrame";
import { Section } from "../Section";
import { useWorkspaceForm } from "../useWorkspaceForm";
import classes from "./Numbering.module.css";

const words = texts.numbering;
const WAIT = 300;

/** How documents are numbered, with the number that each series gives next. */
export function NumberingSection() {
  return (
    <Section title={texts.settings.sections.numbering} intro={words.intro} forAdmins>
      <Numbering />
    </Section>
  );
}

type Values = NumberFormats & { invoice_number_start: number | "" };

const LABELS = {
  quote_number_format: words.quote,
  invoice_number_format: words.invoice,
  credit_note_number_format: words.creditNote,
};

function read(workspace: Workspace): Values {
  const { quote_number_format, invoice_number_format, credit_note_number_format } = workspace;
  return {
    quote_number_format,
    invoice_number_format,
    credit_note_number_format,
    invoice_number_start: "",
  };
}

function Numbering() {
  const { data: workspace } = useSuspenseQuery(workspaceQuery);
  const record = useWorkspaceForm(workspace, read);
  const { form } = record;
  const { data: now } = useQuery(nextNumbersQuery({}));
  const line = { form, saved: read(workspace) };
  return (
    <RecordFormFrame<Values> record={record} labels={LABELS}>
      <p className={classes.how}>{words.how}</p>
      <div className={classes.lines}>
        <Line {...line} field="quote_number_format" series="quote" />
        <Line {...line} field="invoice_number_format" series="invoice" />
        <Line {...line} field="credit_note_number_format" series="credit_note" />
        {now && !now.invoice.begun ? (
          <NumberInput
            className={classes.start}
            label={words.start}
            description={words.startText}
            min={1}
            allowDecimal={false}
            hideControls
            {...form.getInputProps("invoice_number_start")}
          />
        ) : null}
      </div>
    </RecordFormFrame>
  );
}

type LineProps = {
  form: UseFormReturnType<Values>;
  field: keyof NumberFormats;
  series: keyof NextNumbers;
  saved: Values;
};

/** One series: its format, and the number that it would give next, tried on the server. */
function Line({ form, field, series, saved }: LineProps) {
  const props = form.getInputProps(field);
  const isChanged = form.values[field] !== saved[field];
  const [tried] = useDebouncedValue(form.values[field], WAIT);
  const trial = useQuery({
    ...nextNumbersQuery({ [field]: tried }),
    placeholderData: keepPreviousData,
  });
  const next = trial.data?.[series];
  const error = props.error ?? (trial.error ? refusalOf(trial.error).fields[field] : undefined);
  return (
    <div className={classes.line}>
      <TextInput
        label={LABELS[field]}
        classNames={{ input: classes.format }}
        spellCheck={false}
        {...props}
        error={error}
      />
      <p className={classes.next} aria-live="polite">
        <span className={classes.label}>{words.next}</span>
        <span className={classes.number}>{error || !next ? "–" : next.number}</span>
        {next && !error ? (
          <span className={classes.label}>
            {next.restarts_each_year ? words.restarts : words.runsOn}
          </span>
        ) : null}
      </p>
      {next && !error ? <Warning next={next} isChanged={isChanged} /> : null}
    </div>
  );
}

function Warning({ next, isChanged }: { next: NextNumber; isChanged: boolean }) {
  if (next.taken) return <p className={classes.warning}>{words.taken}</p>;
  if (isChanged && !next.begun)
    return <p className={classes.warning}>{words.fresh(next.number)}</p>;
  return null;
}
