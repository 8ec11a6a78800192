import { Checkbox, NativeSelect, Select } from "@mantine/core";
import type { ImportReport, Target } from "@/api/types.gen";
import { texts } from "@/texts";
import { useStages } from "@/workspace/reference";
import { useMay } from "@/workspace/session";
import classes from "./Columns.module.css";
import type { Reading } from "./queries";
import { fieldChoices, fieldOf, LEFT_OUT, withColumn } from "./reading";

type Props = {
  target: Target;
  report: ImportReport;
  reading: Reading;
  /** Names of stages in the file that are not ours. */
  theirStages: string[];
  onChange: (reading: Reading) => void;
};

/** What each column becomes, with examples of what stands in it; all of it can be changed. */
export function Columns(props: Props) {
  const { target, report, reading, onChange } = props;
  return (
    <>
      <section aria-labelledby="columns">
        <h2 className={classes.title} id="columns">
          {texts.imports.columns}
        </h2>
        <p className={classes.soft}>{texts.imports.columnsText}</p>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{texts.imports.heading}</th>
              <th scope="col">{texts.imports.example}</th>
              <th scope="col">{texts.imports.becomes}</th>
            </tr>
          </thead>
          <tbody>
            {report.headings.map((heading, place) => (
              <tr
                key={heading}
                data-left={fieldOf(heading, report, reading) === LEFT_OUT || undefined}
              >
                <th scope="row">{heading}</th>
                <td className={classes.example}>
                  {report.sample.map((cells) => cells[place]).find(Boolean) ?? texts.ui.none}
                </td>
                <td>
                  <Select
                    size="xs"
                    searchable
                    allowDeselect={false}
                    aria-label={texts.imports.columnOf(heading)}
                    data={fieldChoices(target)}
                    value={fieldOf(heading, report, reading)}
                    onChange={(field) => onChange(withColumn(reading, heading, field ?? LEFT_OUT))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {target === "leads" ? <Stages {...props} /> : null}
      <Ways {...props} />
    </>
  );
}

function Stages({ theirStages, reading, onChange }: Props) {
  const ours = useStages().map(({ key, name }) => ({ value: key, label: name }));
  if (theirStages.length === 0) return null;
  const say = (name: string, key: string) => {
    const { [name]: _, ...others } = reading.stage ?? {};
    onChange({ ...reading, stage: key ? { ...others, [name]: key } : others });
  };
  return (
    <section aria-labelledby="stages">
      <h2 className={classes.title} id="stages">
        {texts.imports.stages}
      </h2>
      <p className={classes.soft}>{texts.imports.stagesText}</p>
      <div className={classes.stages}>
        {theirStages.map((name) => (
          <NativeSelect
            key={name}
            size="xs"
            label={texts.imports.stageOf(name)}
            data={[{ value: "", label: texts.imports.notSaid }, ...ours]}
            value={reading.stage?.[name] ?? ""}
            onChange={(event) => say(name, event.currentTarget.value)}
          />
        ))}
      </div>
    </section>
  );
}

function Ways({ target, reading, onChange }: Props) {
  const mayGiveAway = useMay("reassign");
  const orders = texts.imports.dateOrders;
  return (
    <section aria-labelledby="ways" className={classes.ways}>
      <h2 className={classes.title} id="ways">
        {texts.imports.options}
      </h2>
      <NativeSelect
        size="xs"
        className={classes.dates}
        label={texts.imports.dates}
        value={reading.dates ?? "none"}
        data={Object.entries(orders).map(([value, label]) => ({ value, label }))}
        onChange={(event) => {
          const order = event.currentTarget.value as keyof typeof orders;
          onChange({ ...reading, dates: order === "none" ? null : order });
        }}
      />
      {target === "leads" && mayGiveAway ? (
        <Checkbox
          label={texts.imports.createUsers}
          checked={reading.create_users ?? false}
          onChange={(event) => onChange({ ...reading, create_users: event.currentTarget.checked })}
        />
      ) : null}
      <Checkbox
        label={texts.imports.atomic}
        checked={reading.atomic ?? false}
        onChange={(event) => onChange({ ...reading, atomic: event.currentTarget.checked })}
      />
    </section>
  );
}
