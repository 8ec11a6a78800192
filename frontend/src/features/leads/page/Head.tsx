import { ActionIcon, Button, Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Lead, Stage } from "@/api/types.gen";
import { dayOf } from "@/lib/days";
import { day } from "@/lib/format";
import { texts } from "@/texts";
import { IconArchive, IconArchiveOff, IconDots, IconLock } from "@/ui/icons";
import { sayDone } from "@/ui/toasts";
import { usePhone } from "@/ui/usePhone";
import { useStages } from "@/workspace/reference";
import { OwnerField } from "../fields/OwnerField";
import { rightsTo } from "../fields/rights";
import { StageDot } from "../fields/StageDot";
import { StageField } from "../fields/StageField";
import { TextField } from "../fields/TextField";
import { useMoveLead } from "../fields/useMoveLead";
import { ValueField } from "../fields/ValueField";
import { useArchiveLead, useRestoreLead } from "../page.queries";
import classes from "./Head.module.css";
import type { Opened } from "./useLeadKeys";

type Props = { lead: Lead; opened: Opened; stageOpened: Opened };

/** What the lead is, whose and worth what, and what can be done with it as a whole. */
export function Head({ lead, opened, stageOpened }: Props) {
  const customer = [lead.company?.name, lead.contact?.name].filter(Boolean).join(" · ");
  return (
    <header className={classes.head}>
      <div className={classes.names}>
        <Link to="/leads" className={classes.back}>
          {texts.lead.back}
        </Link>
        <h1 className={classes.title}>
          {lead.visibility === "private" ? (
            <IconLock size={16} role="img" aria-label={texts.lead.private} />
          ) : null}
          <TextField key={opened} lead={lead} name="title" startOpened={opened > 0} />
        </h1>
        <div className={classes.facts}>
          <StageField key={stageOpened} lead={lead} startOpened={stageOpened > 0} />
          <ValueField lead={lead} />
          <OwnerField lead={lead} />
          {customer ? <span className={classes.customer}>{customer}</span> : null}
        </div>
      </div>
      <Acts lead={lead} />
      {lead.archived_at ? <Archived lead={lead} on={lead.archived_at} /> : null}
    </header>
  );
}

function Acts({ lead }: { lead: Lead }) {
  const { edit } = rightsTo(lead);
  const isPhone = usePhone();
  const stages = useStages();
  const { move, asking } = useMoveLead();
  if (!edit || lead.archived_at) return null;
  const ends = stages.filter((stage) => stage.outcome !== "open" && stage.key !== lead.stage);
  const end = (stage: Stage) => move(lead, stage.key);
  return (
    <div className={classes.acts}>
      {isPhone
        ? null
        : ends.map((stage) => (
            <Button
              key={stage.key}
              size="xs"
              variant="default"
              className={stage.outcome === "won" ? classes.win : classes.lose}
              onClick={() => end(stage)}
            >
              {stage.name}
            </Button>
          ))}
      <More lead={lead} ends={isPhone ? ends : []} onEnd={end} />
      {asking}
    </div>
  );
}

type MoreProps = {
  lead: Lead;
  /** The stages that close the lead, where there is no room for their buttons. */
  ends: Stage[];
  onEnd: (stage: Stage) => void;
};

function More({ lead, ends, onEnd }: MoreProps) {
  const archive = useArchiveLead(lead.id);
  const restore = useRestoreLead(lead.id);
  const putAway = () =>
    archive.mutate(undefined, {
      onSuccess: () => sayDone(texts.lead.archived(lead.title), () => restore.mutate()),
    });
  return (
    <Menu
      position="bottom-end"
      transitionProps={{ duration: 0 }}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <ActionIcon
          variant="default"
          size={30}
          className={classes.more}
          aria-label={texts.lead.acts}
        >
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {ends.map((stage) => (
          <Menu.Item
            key={stage.key}
            leftSection={<StageDot color={stage.color} />}
            onClick={() => onEnd(stage)}
          >
            {stage.name}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconArchive size={14} aria-hidden />} onClick={putAway}>
          {texts.lead.archive}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Archived({ lead, on }: { lead: Lead; on: string }) {
  const { edit } = rightsTo(lead);
  const restore = useRestoreLead(lead.id);
  return (
    <p className={classes.archived}>
      {texts.lead.isArchived(day(dayOf(on)))}
      {edit ? (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArchiveOff size={14} aria-hidden />}
          loading={restore.isPending}
          onClick={() =>
            restore.mutate(undefined, { onSuccess: () => sayDone(texts.lead.restored(lead.title)) })
          }
        >
          {texts.lead.restore}
        </Button>
      ) : null}
    </p>
  );
}
