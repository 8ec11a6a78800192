import { Button, Textarea, Tooltip, UnstyledButton } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { ActivityDraft, ActivityKind, Lead } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { useMe } from "@/workspace/session";
import { rightsTo } from "../fields/rights";
import { useLog } from "../timeline.queries";
import { ContactDetails, contactKinds, type Details, noDetails } from "./ContactDetails";
import { KIND_ICONS } from "./kinds";
import classes from "./LogLine.module.css";
import { submitKeys } from "./submitKeys";
import { TaskDetails } from "./TaskDetails";
import { useDraft } from "./useDraft";
import type { Opened } from "./useLeadKeys";

const KINDS: ActivityKind[] = ["note", "call", "email", "meeting", "message", "task"];

/** Logs a note, a call, an e-mail, a meeting, a message or a task in one line. */
export function LogLine({ lead, opened }: { lead: Lead; opened: Opened }) {
  const { plan } = rightsTo(lead);
  const { draft, write, clear, bringBack } = useDraft(lead.id);
  // A task is its writer's until it is given to somebody else.
  const start: Details = { ...noDetails, assigneeId: useMe().user.id };
  const [details, detail] = useState(start);
  const [problem, complain] = useState<string>();
  const [said, say] = useState("");
  const log = useLog(lead.id);
  const field = useRef<HTMLTextAreaElement>(null);
  const inVain = useRef({ said: "", key: "" });
  useEffect(() => {
    if (opened > 0) field.current?.focus();
  }, [opened]);
  if (!plan) return null;

  const { kind, body } = draft;
  const choose = (next: ActivityKind) => {
    write({ kind: next, body });
    complain(undefined);
    field.current?.focus();
  };
  const save = async () => {
    if (needsText(kind, details) && !body.trim()) return complain(texts.lead.writeSomething);
    const sent = draftOf(kind, body, details);
    const said = JSON.stringify(sent);
    // What is sent again after no answer came may have arrived: the server knows it by its key.
    const key = inVain.current.said === said ? inVain.current.key : crypto.randomUUID();
    clear();
    detail(start);
    try {
      await log.mutateAsync({ draft: sent, key });
      say(kind === "task" ? texts.lead.taskAdded : texts.lead.logged(texts.lead.kinds[kind]));
    } catch (error) {
      inVain.current = { said, key };
      bringBack(draft);
      detail(details);
      complain(refusalOf(error).detail);
    }
  };
  return (
    <section className={classes.log} aria-label={texts.lead.log}>
      <fieldset className={classes.kinds} aria-label={texts.lead.log}>
        {KINDS.map((one) => (
          <Kind key={one} kind={one} isChosen={one === kind} onChoose={() => choose(one)} />
        ))}
      </fieldset>
      <div className={classes.line}>
        <Textarea
          ref={field}
          className={classes.text}
          aria-label={texts.lead.hints[kind]}
          placeholder={texts.lead.hints[kind]}
          autosize
          minRows={1}
          maxRows={12}
          value={body}
          error={problem}
          onChange={(event) => {
            write({ kind, body: event.currentTarget.value });
            complain(undefined);
          }}
          onKeyDown={submitKeys(save, () => field.current?.blur())}
        />
        <Tooltip label={texts.lead.logHow} openDelay={500} withArrow>
          <Button onClick={save} loading={log.isPending}>
            {texts.lead.saveLog}
          </Button>
        </Tooltip>
      </div>
      {contactKinds.has(kind) ? (
        <ContactDetails {...{ lead, kind, details, onChange: detail }} />
      ) : null}
      {kind === "task" ? <TaskDetails details={details} onChange={detail} /> : null}
      <output className={classes.unseen} aria-live="polite">
        {said}
      </output>
    </section>
  );
}

type KindProps = { kind: ActivityKind; isChosen: boolean; onChoose: () => void };

function Kind({ kind, isChosen, onChoose }: KindProps) {
  const Icon = KIND_ICONS[kind];
  return (
    <UnstyledButton className={classes.kind} aria-pressed={isChosen} onClick={onChoose}>
      <Icon size={15} stroke={1.7} aria-hidden />
      {texts.lead.kinds[kind]}
    </UnstyledButton>
  );
}

// A call that nobody took says enough by itself.
function needsText(kind: ActivityKind, details: Details): boolean {
  return kind === "note" || kind === "task" || details.outcome === "reached";
}

function draftOf(kind: ActivityKind, body: string, details: Details): ActivityDraft {
  const draft = { kind, body: body.trim() };
  if (kind === "task") return { ...draft, due_on: details.dueOn, assignee_id: details.assigneeId };
  if (!contactKinds.has(kind)) return draft;
  const { direction, outcome, followUpOn } = details;
  return {
    ...draft,
    direction,
    outcome: direction === "in" ? "reached" : outcome,
    next_follow_up_on: followUpOn,
  };
}
