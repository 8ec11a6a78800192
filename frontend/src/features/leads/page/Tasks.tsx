import { Checkbox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Activity, ActivityChange, Lead } from "@/api/types.gen";
import { denseDay } from "@/lib/format";
import { texts } from "@/texts";
import { Choice } from "@/ui/inplace/Choice";
import { DayChoice } from "@/ui/inplace/DayChoice";
import { Line } from "@/ui/inplace/Line";
import { sayDone } from "@/ui/toasts";
import { usePeople } from "@/workspace/reference";
import { useToday } from "@/workspace/today";
import { nearDays } from "../fields/FollowUpField";
import { rightsTo } from "../fields/rights";
import { tasksQuery, useChangeActivity } from "../timeline.queries";
import { Section } from "./Section";
import classes from "./Tasks.module.css";

/** What is still to be done on a lead; ticked off, it moves into the timeline. */
export function Tasks({ lead }: { lead: Lead }) {
  const { data: tasks = [] } = useQuery(tasksQuery(lead.id));
  const { plan } = rightsTo(lead);
  if (tasks.length === 0) return null;
  return (
    <Section title={texts.lead.tasks} count={tasks.length}>
      <ul className={classes.tasks}>
        {tasks.map((task) => (
          <Task key={task.id} task={task} mayChange={plan} />
        ))}
      </ul>
    </Section>
  );
}

function Task({ task, mayChange }: { task: Activity; mayChange: boolean }) {
  const change = useTaskChange(task);
  return (
    <li className={classes.task}>
      <Checkbox
        checked={false}
        disabled={!mayChange}
        aria-label={texts.lead.tickOff(task.body)}
        onChange={() => change.tickOff()}
      />
      <div className={classes.body}>
        {mayChange ? (
          <Line
            label={texts.lead.taskText}
            value={task.body}
            onSave={(body) => body && change.set({ body })}
          >
            <span className={classes.text}>{task.body}</span>
          </Line>
        ) : (
          task.body
        )}
      </div>
      {mayChange ? <DueAndAssignee task={task} set={change.set} /> : null}
    </li>
  );
}

/** Changes a task; ticking it off can be taken back, though its row is gone by then. */
export function useTaskChange(task: Activity) {
  const { mutate, mutateAsync } = useChangeActivity(task.lead_id);
  const finish = async (activity: Activity, done_at: string | null) => {
    try {
      const changed = await mutateAsync({ activity, change: { done_at } });
      if (done_at) sayDone(texts.lead.taskDone(task.body), () => finish(changed, null));
      else sayDone(texts.lead.taskReopened(task.body));
    } catch {
      // The mutation has told why.
    }
  };
  return {
    set: (change: ActivityChange) => mutate({ activity: task, change }),
    tickOff: () => finish(task, new Date().toISOString()),
    reopen: () => finish(task, null),
  };
}

type RowProps = { task: Activity; set: (change: ActivityChange) => void };

function DueAndAssignee({ task, set }: RowProps) {
  const today = useToday();
  const people = usePeople();
  const assignee = people.find((one) => one.id === task.assignee_id);
  const due = task.due_on;
  return (
    <>
      <DayChoice
        label={texts.lead.due}
        value={due}
        near={[{ label: texts.leads.today, day: today }, ...nearDays(today)]}
        onChoose={(due_on) => set({ due_on })}
        onClear={() => set({ due_on: null })}
        clear={texts.lead.noDue}
      >
        <span className={classes.due} data-late={(due && due < today) || undefined}>
          {due ? denseDay(due, today) : texts.lead.noDue}
        </span>
      </DayChoice>
      <Choice
        label={texts.lead.assignee}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={task.assignee_id}
        onChoose={(assignee_id) => set({ assignee_id })}
        find={texts.leads.findOwner}
        nothingFound={texts.leads.nothingFound}
      >
        <span className={classes.soft}>{assignee?.name ?? texts.lead.nobody}</span>
      </Choice>
    </>
  );
}
