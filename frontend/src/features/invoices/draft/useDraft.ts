import { useDebouncedCallback } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useBlocker } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { Invoice } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { sayRefused } from "@/ui/toasts";
import { readAnew, useChangeDraft } from "../drafting.queries";
import { tellOthers } from "../queries";
import { type Conflict, reconciled, taking } from "./conflict";
import { byRow, changeBetween, type DraftForm, formOf, isNothing, sentRows, withIds } from "./form";

const PAUSE = 900;

export type SaveState = "saved" | "typing" | "saving" | "refused";

/**
 * A draft that saves itself in the pauses of writing.
 *
 * What the server refuses stays on the screen with its reason; what somebody else saved meanwhile
 * is brought together with what is typed.
 */
export function useDraft(invoice: Invoice) {
  const queries = useQueryClient();
  const change = useChangeDraft(invoice.id);
  const [form, setForm] = useState(() => formOf(invoice));
  const [state, setState] = useState<SaveState>("saved");
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const now = useRef({
    form,
    saved: form,
    base: invoice,
    running: Promise.resolve(true),
    isDisputed: false,
  });
  const show = (next: DraftForm) => {
    now.current.form = next;
    setForm(next);
  };

  const settle = async (error: unknown, sent: DraftForm): Promise<boolean> => {
    const refusal = refusalOf(error);
    setState("refused");
    if (refusal.status === 412) {
      const { invoice: theirs, by } = await readAnew(queries, invoice.id);
      const met = reconciled(now.current, theirs, by);
      now.current = { ...now.current, saved: met.saved, base: theirs };
      show(met.form);
      setConflict(met.conflict);
      now.current.isDisputed = met.conflict.both.length > 0;
      return now.current.isDisputed ? false : save();
    }
    setErrors(byRow(refusal.fields, sentRows(sent.rows)));
    if (Object.keys(refusal.fields).length === 0) sayRefused(refusal);
    return false;
  };

  const save = async (): Promise<boolean> => {
    if (now.current.isDisputed) return false;
    const { saved, base, form: sent } = now.current;
    const body = changeBetween(saved, sent);
    if (isNothing(body)) {
      setState("saved");
      return true;
    }
    setState("saving");
    try {
      const answer = await change.mutateAsync({ change: body, version: base.version });
      const rows = sentRows(sent.rows);
      now.current.base = answer;
      now.current.saved = { ...sent, rows: withIds(sent.rows, rows, answer) };
      show({ ...now.current.form, rows: withIds(now.current.form.rows, rows, answer) });
      setErrors({});
      return isNothing(changeBetween(now.current.saved, now.current.form)) ? save() : true;
    } catch (error) {
      return settle(error, sent);
    }
  };

  /** Saves what is not saved yet; saves wait for each other, and the last one says how it went. */
  const flush = (): Promise<boolean> => {
    now.current.running = now.current.running.then(save);
    return now.current.running;
  };

  const soon = useDebouncedCallback(flush, PAUSE);
  const write = (next: DraftForm) => {
    show(next);
    setState("typing");
    soon();
  };
  const replace = (answer: Invoice) => {
    now.current = { ...now.current, saved: formOf(answer), base: answer };
    show(now.current.saved);
    setState("saved");
  };
  const resolve = (keepMine: boolean) => {
    if (conflict && !keepMine) show(taking(now.current.form, conflict.theirs, conflict.both));
    setConflict(null);
    now.current.isDisputed = false;
    flush();
  };

  const isUnsaved = () => !isNothing(changeBetween(now.current.saved, now.current.form));
  const leaving = useRef({ flush, isUnsaved });
  leaving.current = { flush, isUnsaved };
  useBlocker({
    shouldBlockFn: async () => leaving.current.isUnsaved() && !(await leaving.current.flush()),
    enableBeforeUnload: () => leaving.current.isUnsaved(),
  });
  const { id, lead_id } = invoice;
  useEffect(() => () => tellOthers(queries, { id, lead_id }), [queries, id, lead_id]);

  return { form, write, flush, replace, resolve, state, errors, conflict, current: now.current };
}

export type Draft = ReturnType<typeof useDraft>;
