import { MultiSelect, Switch } from "@mantine/core";
import type { Lead } from "@/api/types.gen";
import { texts } from "@/texts";
import { usePeople } from "@/workspace/reference";
import { useMe } from "@/workspace/session";
import { rightsTo } from "../fields/rights";
import { useShareLead } from "../page.queries";
import { useChangeLead } from "../queries";
import classes from "./Rail.module.css";

/** Who may know of the lead, in a sentence; the switch that makes it private, and with whom it is shared. */
export function WhoSees({ lead }: { lead: Lead }) {
  const { edit } = rightsTo(lead);
  const change = useChangeLead(lead.id);
  const sentence = useSentence(lead);
  const isPrivate = lead.visibility === "private";
  const set = (visibility: Lead["visibility"]) =>
    change.mutate({ change: { visibility }, shown: { visibility } });
  return (
    <section className={classes.part} aria-label={texts.lead.who}>
      <div className={classes.whoHead}>
        <h2 className={classes.title}>{texts.lead.who}</h2>
        <Switch
          size="xs"
          label={texts.lead.private}
          labelPosition="left"
          checked={isPrivate}
          disabled={!edit}
          onChange={(event) => set(event.currentTarget.checked ? "private" : "public")}
        />
      </div>
      <p className={classes.sentence} aria-live="polite">
        {sentence}
      </p>
      {isPrivate && edit ? <Sharing lead={lead} /> : null}
    </section>
  );
}

function Sharing({ lead }: { lead: Lead }) {
  const people = usePeople();
  const share = useShareLead(lead.id);
  return (
    <MultiSelect
      size="xs"
      label={texts.lead.shareWith}
      placeholder={lead.shared_with.length ? undefined : texts.lead.sharePlaceholder}
      data={people
        .filter((one) => one.id !== lead.owner.id)
        .map(({ id, name }) => ({ value: id, label: name }))}
      value={lead.shared_with}
      onChange={(ids) => share.mutate(ids)}
      searchable
      hidePickedOptions
    />
  );
}

function useSentence(lead: Lead): string {
  const people = usePeople();
  const { workspace } = useMe();
  if (lead.visibility === "public") return texts.lead.everybody;
  const shared = lead.shared_with.flatMap((id) => people.find((one) => one.id === id)?.name ?? []);
  return texts.lead.onlyThese([
    texts.lead.owner(lead.owner.name),
    ...shared,
    ...(workspace.managers_see_private ? [texts.lead.managers] : []),
    texts.lead.admins,
  ]);
}
