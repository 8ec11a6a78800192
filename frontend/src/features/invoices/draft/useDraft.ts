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
    isSaving: false,
    isDisputed: false,
    said: "",
  });
  const show = (next: DraftForm) => {
    now.current.form = next;
    setForm(next);
  };

  /** Brings together what somebody else saved and what is typed here. */
  const meet = (theirs: Invoice, by: string | null) => {
    const { conflict: met, form: joined, saved } = reconciled(now.current, theirs, by);
    now.current.saved = saved;
    now.current.base = theirs;
    now.current.isDisputed = met.both.length > 0;
    show(joined);
    if (met.took.length + met.both.length > 0) setConflict(met);
  };

  const settle = async (error: unknown, sent: DraftForm): Promise<boolean> => {
    const refusal = refusalOf(error);
    setState("refused");
    if (refusal.status === 412) {
      const { invoice: theirs, by } = await readAnew(queries, invoice.id);
      meet(theirs, by);
      return now.current.isDisputed ? false : save();
    }
    setErrors(byRow(refusal.fields, sentRows(sent.rows)));
    const isOfField = Object.keys(refusal.fields).length > 0;
    if (!isOfField && now.current.said !== refusal.detail) sayRefused(refusal);
    now.current.said = isOfField ? "" : refusal.detail;
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
    now.current.isSaving = true;
    try {
      const answer = await change.mutateAsync({ change: body, version: base.version });
      const rows = sentRows(sent.rows);
      now.current.base = answer;
      now.current.saved = { ...sent, rows: withIds(sent.rows, rows, answer) };
      show({ ...now.current.form, rows: withIds(now.current.form.rows, rows, answer) });
      now.current.said = "";
      setErrors({});
      return isNothing(changeBetween(now.current.saved, now.current.form)) ? save() : true;
    } catch (error) {
      return settle(error, sent);
    } finally {
      now.current.isSaving = false;
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
    now.current.saved = formOf(answer);
    now.current.base = answer;
    show(now.current.saved);
    setState("saved");
  };
  const resolve = (keepMine: boolean) => {
    if (conflict && !keepMine) show(taking(now.current.form, conflict.theirs, conflict.both));
    setConflict(null);
    now.current.isDisputed = false;
    flush();
  };

  // A colleague's change arrives while nobody types here: it is shown, and said.
  const meetLatest = useRef(meet);
  meetLatest.current = meet;
  useEffect(() => {
    const { base, isSaving } = now.current;
    if (!isSaving && invoice.version > base.version) meetLatest.current(invoice, null);
  }, [invoice]);

  const isUnsaved = () => !isNothing(changeBetween(now.current.saved, now.current.form));
  const latest = useRef({ flush, isUnsaved });
  latest.current = { flush, isUnsaved };
  const blocked = useBlocker({
    shouldBlockFn: async () => latest.current.isUnsaved() && !(await latest.current.flush()),
    enableBeforeUnload: () => latest.current.isUnsaved(),
    withResolver: true,
  });
  const leaving =
    blocked.status === "blocked" ? { go: blocked.proceed, stay: blocked.reset } : null;
  const { id, lead_id } = invoice;
  useEffect(() => () => tellOthers(queries, { id, lead_id }), [queries, id, lead_id]);

  const { current } = now;
  return { form, write, flush, replace, resolve, state, errors, conflict, leaving, current };
}

export type Draft = ReturnType<typeof useDraft>;
