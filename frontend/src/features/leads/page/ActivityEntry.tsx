import { ActionIcon, Checkbox, Menu, Textarea } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Activity, Lead } from "@/api/types.gen";
import { denseDay, instant, timeOfDay } from "@/lib/format";
import { texts } from "@/texts";
import { IconDots, IconPencil, IconTrash } from "@/ui/icons";
import { useMay, useMe } from "@/workspace/session";
import { useToday } from "@/workspace/today";
import { rightsTo } from "../fields/rights";
import { useChangeActivity } from "../timeline.queries";
import { KIND_ICONS } from "./kinds";
import { submitKeys } from "./submitKeys";
import { useTaskChange } from "./Tasks";
import classes from "./Timeline.module.css";
import { useRemoval } from "./useRemoval";

/** A note, a contact or a task as somebody wrote it; its author may mend or remove it. */
export function ActivityEntry({ activity, lead }: { activity: Activity; lead: Lead }) {
  const [isEdited, edit] = useState(false);
  const { isRemoved, remove } = useRemoval(activity);
  const Icon = KIND_ICONS[activity.kind];
  if (isRemoved) return null;
  return (
    <li className={classes.entry} data-kind={activity.kind}>
      <span className={classes.icon}>
        <Icon size={14} stroke={1.8} aria-hidden />
      </span>
      <div className={classes.said}>
        <div className={classes.line}>
          <strong className={classes.what}>{nameOf(activity)}</strong>
          <TaskState task={activity} lead={lead} />
          <span className={classes.by}>
            {activity.by}
            <time dateTime={activity.happened_at} title={instant(activity.happened_at)}>
              {timeOfDay(activity.happened_at)}
            </time>
          </span>
          <Acts {...{ activity, lead, remove }} onEdit={() => edit(true)} />
        </div>
        {isEdited ? (
          <Editor activity={activity} close={() => edit(false)} />
        ) : activity.body ? (
          <p className={classes.body}>{activity.body}</p>
        ) : null}
      </div>
    </li>
  );
}

type ActsProps = { activity: Activity; lead: Lead; onEdit: () => void; remove: () => void };

function Acts({ activity, lead, onEdit, remove }: ActsProps) {
  const me = useMe();
  const mayAll = useMay("write_all_leads");
  const { plan } = rightsTo(lead);
  if (!plan || !(mayAll || activity.by_id === me.user.id)) return null;
  return (
    <Menu
      position="bottom-end"
      transitionProps={{ duration: 0 }}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <ActionIcon
          className={classes.more}
          variant="subtle"
          color="gray"
          aria-label={texts.lead.entryActs}
        >
          <IconDots size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={14} aria-hidden />} onClick={onEdit}>
          {texts.lead.editEntry}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={14} aria-hidden />} onClick={remove}>
          {texts.lead.deleteEntry}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function TaskState({ task, lead }: { task: Activity; lead: Lead }) {
  const today = useToday();
  const { plan } = rightsTo(lead);
  const { reopen } = useTaskChange(task);
  if (task.kind !== "task") return null;
  return (
    <>
      {task.done_at ? (
        <Checkbox
          size="xs"
          checked
          disabled={!plan}
          aria-label={texts.lead.reopenTask(task.body)}
          onChange={reopen}
        />
      ) : null}
      {task.due_on ? <span>{texts.lead.dueOn(denseDay(task.due_on, today))}</span> : null}
    </>
  );
}

function Editor({ activity, close }: { activity: Activity; close: () => void }) {
  const [body, write] = useState(activity.body);
  const [began, begin] = useState(activity.body);
  const [theirs, show] = useState<string>();
  const change = useChangeActivity(activity.lead_id);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = () => {
    if (body.trim() === began || body.trim() === activity.body) return close();
    if (activity.body !== began) {
      // A colleague's words came in while these were typed: they are shown before they go.
      begin(activity.body);
      return show(activity.body);
    }
    change.mutate(
      {
        activity,
        change: { body: body.trim() },
        onStale: (now) => show(now?.body ?? ""),
      },
      { onSuccess: close },
    );
  };
  return (
    <Textarea
      ref={field}
      aria-label={texts.lead.entryText}
      autosize
      minRows={1}
      maxRows={16}
      value={body}
      onChange={(event) => write(event.currentTarget.value)}
      onKeyDown={submitKeys(save, close)}
      description={texts.lead.logHow}
      inputWrapperOrder={["input", "description", "error"]}
      error={
        theirs === undefined
          ? undefined
          : `${texts.lead.changedByOther} ${texts.lead.theirText(theirs)}`
      }
    />
  );
}

function nameOf({ kind, direction, outcome, done_at }: Activity): string {
  const words = texts.lead.activities;
  if (kind === "task") return (done_at ? words["task done"] : words.task) ?? kind;
  const full = [kind, direction, direction === "in" ? null : outcome].filter(Boolean).join(" ");
  return words[full] ?? words[kind] ?? texts.lead.kinds[kind];
}
