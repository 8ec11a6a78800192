import type { Lead, Me, Stage } from "@/api/types.gen";
import { dayOf } from "@/lib/days";
import { denseDay, money } from "@/lib/format";
import { texts } from "@/texts";
import type { GridColumn } from "@/ui/grid/column";
import { StageBadge } from "@/ui/StageBadge";
import { ExpectedCloseField } from "../fields/ExpectedCloseField";
import { FollowUpField } from "../fields/FollowUpField";
import { FollowUpShown } from "../fields/FollowUpShown";
import type { FieldProps } from "../fields/fieldProps";
import { OwnerField } from "../fields/OwnerField";
import { rightsTo } from "../fields/rights";
import { StageField } from "../fields/StageField";
import { TagsField, TagsShown } from "../fields/TagsField";
import { TextField } from "../fields/TextField";
import { ValueField } from "../fields/ValueField";
import { Title } from "./Title";
import classes from "./table.module.css";

type Column = GridColumn<Lead>;
type Given = { stages: readonly Stage[]; me: Me };

const names = texts.leads.fieldNames;

/** The columns of the table of leads, in their order. */
export function leadColumns({ stages, me }: Given): Column[] {
  const { today } = me.workspace;
  const stageOf = new Map(stages.map((stage) => [stage.key, stage]));
  const day = (iso: string | null) => (iso ? denseDay(iso, today) : null);
  const edited = (field: (props: FieldProps) => React.ReactNode, key?: string): Column["edit"] => ({
    field: (lead, done) => field({ lead, startOpened: true, onClosed: done }),
    mayEdit: (lead) => rightsTo(lead).edit,
    key,
  });
  return [
    {
      id: "title",
      header: names.title,
      width: 270,
      isName: true,
      sorts: { up: "title", down: "-title" },
      cell: (lead) => <Title lead={lead} />,
      edit: undefined,
    },
    {
      id: "company",
      header: names.company,
      width: 170,
      cell: (lead) => <Soft>{lead.company?.name}</Soft>,
    },
    {
      id: "contact",
      header: names.contact,
      width: 150,
      atFirst: false,
      cell: (lead) => <Soft>{lead.contact?.name}</Soft>,
    },
    {
      id: "stage",
      header: names.stage,
      width: 150,
      cell: (lead) => {
        const stage = stageOf.get(lead.stage);
        return <StageBadge name={stage?.name ?? lead.stage} color={stage?.color ?? "#64748b"} />;
      },
      edit: edited((props) => <StageField {...props} />, "s"),
    },
    {
      id: "value",
      header: names.value,
      width: 125,
      align: "end",
      sorts: { up: "value", down: "-value", first: "down" },
      // Too long an amount is cut at its end, where it shows, and never at its beginning.
      cell: (lead) => <span className={classes.text}>{money(lead.value, lead.currency)}</span>,
      edit: edited((props) => <ValueField {...props} />, "v"),
    },
    {
      id: "next_follow_up_on",
      header: names.next_follow_up_on,
      width: 155,
      sorts: { up: "next_follow_up_on", down: "-next_follow_up_on" },
      cell: (lead) => <FollowUpShown lead={lead} today={today} />,
      edit: {
        field: (lead, done) => <FollowUpField lead={lead} startOpened onClosed={done} />,
        mayEdit: (lead) => lead.outcome === "open" && rightsTo(lead).plan,
        key: "f",
      },
    },
    {
      id: "owner",
      header: names.owner,
      width: 140,
      cell: (lead) => <span className={classes.text}>{lead.owner.name}</span>,
      edit: edited((props) => <OwnerField {...props} />, "o"),
    },
    {
      id: "last_contacted_at",
      header: names.last_contacted_at,
      width: 115,
      sorts: { up: "last_contacted_at", down: "-last_contacted_at", first: "down" },
      cell: (lead) => <Soft>{day(lead.last_contacted_at && dayOf(lead.last_contacted_at))}</Soft>,
    },
    {
      id: "expected_close_on",
      header: names.expected_close_on,
      width: 125,
      sorts: { up: "expected_close_on", down: "-expected_close_on" },
      cell: (lead) => <ExpectedClose lead={lead} today={today} />,
      edit: edited((props) => <ExpectedCloseField {...props} />),
    },
    {
      id: "source",
      header: names.source,
      width: 130,
      cell: (lead) => <Soft>{lead.source}</Soft>,
      edit: edited((props) => <TextField {...props} name="source" />),
    },
    {
      id: "tags",
      header: names.tags,
      width: 170,
      cell: (lead) => <TagsShown tags={lead.tags} />,
      edit: edited((props) => <TagsField {...props} />),
    },
    {
      id: "created_at",
      header: names.created_at,
      width: 115,
      atFirst: false,
      sorts: { up: "created_at", down: "-created_at", first: "down" },
      cell: (lead) => <Soft>{day(dayOf(lead.created_at))}</Soft>,
    },
    {
      id: "stage_entered_on",
      header: texts.leads.stageSince,
      width: 125,
      atFirst: false,
      sorts: { up: "stage_entered_at", down: "-stage_entered_at" },
      cell: (lead) => <Soft>{day(lead.stage_entered_on)}</Soft>,
    },
    {
      id: "closed_at",
      header: names.closed_at,
      width: 115,
      atFirst: false,
      cell: (lead) => <Soft>{day(lead.closed_at && dayOf(lead.closed_at))}</Soft>,
    },
    {
      id: "lost_reason",
      header: names.lost_reason,
      width: 140,
      atFirst: false,
      cell: (lead) => <Soft>{lead.lost_reason && texts.leads.reasons[lead.lost_reason]}</Soft>,
    },
  ];
}

function Soft({ children }: { children: string | null | undefined }) {
  return <span className={classes.soft}>{children || texts.ui.none}</span>;
}

function ExpectedClose({ lead, today }: { lead: Lead; today: string }) {
  const on = lead.expected_close_on;
  if (!on) return <Soft>{null}</Soft>;
  const isLate = lead.outcome === "open" && on < today;
  return (
    <span className={classes.day} data-late={isLate || undefined}>
      {denseDay(on, today)}
    </span>
  );
}
