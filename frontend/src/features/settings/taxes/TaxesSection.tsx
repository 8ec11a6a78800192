import { Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { TaxDraft, Workspace } from "@/api/types.gen";
import { texts } from "@/texts";
import { IconPlus } from "@/ui/icons";
import { workspaceQuery } from "../queries";
import { RecordFormFrame } from "../RecordFormFrame";
import { Section } from "../Section";
import { useWorkspaceForm } from "../useWorkspaceForm";
import classes from "./Taxes.module.css";
import { TaxLine } from "./TaxLine";

const words = texts.taxes;

/** What lines can be taxed with. */
export function TaxesSection() {
  return (
    <Section title={texts.settings.sections.taxes} intro={words.intro} forAdmins wide>
      <Taxes />
    </Section>
  );
}

export type TaxValues = { taxes: Required<TaxDraft>[] };

const NEW: Required<TaxDraft> = {
  name: "",
  rate: "",
  category: "standard",
  reason: "",
  default: false,
};

function read(workspace: Workspace): TaxValues {
  return { taxes: workspace.taxes.map((tax) => ({ ...tax, reason: tax.reason ?? "" })) };
}

function Taxes() {
  const { data: workspace } = useSuspenseQuery(workspaceQuery);
  const record = useWorkspaceForm(workspace, read);
  const { form } = record;
  return (
    <RecordFormFrame<TaxValues> record={record} labels={{ taxes: words.list }}>
      <div className={classes.heads} aria-hidden>
        <span>{words.isDefault}</span>
        <span>{words.name}</span>
        <span className={classes.rate}>{words.rate}</span>
        <span>{words.category}</span>
        <span>{words.reason}</span>
      </div>
      <ol className={classes.list} aria-label={words.list}>
        {form.values.taxes.map((_tax, place) => (
          // A tax has no id; its place in the list is what it is known by.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <TaxLine key={place} form={form} place={place} />
        ))}
      </ol>
      <Button
        className={classes.add}
        variant="subtle"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => form.insertListItem("taxes", NEW)}
      >
        {words.add}
      </Button>
    </RecordFormFrame>
  );
}
