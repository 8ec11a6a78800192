import { useQueryClient } from "@tanstack/react-query";
import { type Dispatch, useCallback, useEffect, useRef, useState } from "react";
import type { Quote } from "@/api/types.gen";
import { type Refusal, refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { isUnfinished, type Row } from "@/ui/document/lines/rows";
import { sayRefused } from "@/ui/toasts";
import { readAnew, saveDraft } from "../drafting.queries";
import {
  type Draft,
  type DraftAct,
  differences,
  draftOfQuote,
  type Field,
  saidOf,
  takenOver,
  writtenRows,
} from "./draft";

export type SavingState = "saved" | "unsaved" | "saving" | "refused" | "lost";

/** Somebody else wrote on the same draft: who, what, and what of one's own was put over it. */
export type Merge = { by: string | null; theirs: Field[]; kept: Field[] };

type Refused = { refusal: Refusal; keys: string[] };

const PAUSE = 900;
const STATUS_LOST = 0;
const STATUS_STALE = 412;
const AGAIN = 5_000;

/**
 * Saves a draft by itself a moment after each change, one save after the other.
 *
 * A new line that is being written is left to its writer, and the rest is saved without it; a lost
 * connection is tried again; what somebody else saved meanwhile is taken over where nothing of one's
 * own stands against it.
 */
export function useSaving(quote: Quote, draft: Draft, act: Dispatch<DraftAct>) {
  const queries = useQueryClient();
  const [state, setState] = useState<SavingState>("saved");
  const [refused, setRefused] = useState<Refused | null>(null);
  const [merge, setMerge] = useState<Merge | null>(null);
  const latest = useRef(draft);
  const base = useRef(quote);
  const saved = useRef(saidOf(draft));
  const ids = useRef(new Map<string, string>());
  const running = useRef<Promise<boolean> | null>(null);
  latest.current = draft;

  const takeOver = useCallback(async () => {
    const { quote: fresh, by } = await readAnew(queries, quote.id);
    if (fresh.status !== "draft") {
      sayRefused({ detail: texts.quotes.notDraftAnyMore });
      return false;
    }
    const theirDraft = draftOfQuote(fresh);
    const [before, now] = [saidOf(draftOfQuote(base.current)), saidOf(theirDraft)];
    const mine = differences(saved.current, saidOf(latest.current));
    const theirs = differences(before, now);
    const merged = takenOver(
      latest.current,
      theirDraft,
      theirs.filter((field) => !mine.includes(field)),
    );
    base.current = fresh;
    saved.current = now;
    latest.current = merged;
    act({ type: "replace", draft: merged });
    setMerge({ by, theirs, kept: theirs.filter((field) => mine.includes(field)) });
    return true;
  }, [queries, quote.id, act]);

  /** The draft as it is sent: whole, or without new lines that still lack something. */
  const sent = useCallback((isWhole: boolean): Draft => {
    const isKept = (row: Row) => row.id || ids.current.has(row.key) || !isUnfinished(row);
    const { rows } = latest.current;
    return isWhole ? latest.current : { ...latest.current, rows: rows.filter(isKept) };
  }, []);
  const isBehind = useCallback(
    (isWhole: boolean) => differences(saved.current, saidOf(sent(isWhole))).length > 0,
    [sent],
  );
  const isDirty = useCallback(() => isBehind(true), [isBehind]);

  const saveOnce = useCallback(
    async (isWhole: boolean) => {
      const draft = sent(isWhole);
      const said = saidOf(draft);
      const keys = writtenRows(draft).map((row) => row.key);
      const known = new Set(base.current.lines.map((line) => line.id));
      const own = (id: string | null | undefined) => (id && known.has(id) ? id : undefined);
      const fields = differences(saved.current, said);
      const change = Object.fromEntries(fields.map((field) => [field, said[field]]));
      if (fields.includes("lines")) {
        change.lines = said.lines.map((line, at) => ({
          ...line,
          id: own(ids.current.get(keys[at] ?? "") ?? line.id),
        }));
      }
      try {
        const answer = await saveDraft(queries, base.current, change);
        base.current = answer;
        saved.current = said;
        if (fields.includes("lines")) {
          answer.lines.forEach((line, at) => {
            ids.current.set(keys[at] ?? "", line.id);
          });
        }
        return true;
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal.status === STATUS_STALE) return takeOver();
        setRefused({ refusal, keys });
        setState(refusal.status === STATUS_LOST ? "lost" : "refused");
        return false;
      }
    },
    [queries, takeOver, sent],
  );

  const saveAll = useCallback(
    async (isWhole: boolean) => {
      while (isBehind(isWhole)) {
        setState("saving");
        if (!(await saveOnce(isWhole))) return false;
      }
      const isRest = isDirty();
      setState(isRest ? "unsaved" : "saved");
      if (!isRest) setRefused(null);
      return true;
    },
    [isBehind, isDirty, saveOnce],
  );

  /** Saves what is not saved yet, one save after the other; false where the server did not take it. */
  const saveAfter = useCallback(
    (isWhole: boolean) => {
      const before = running.current ?? Promise.resolve(true);
      const mine = before.then(() => saveAll(isWhole));
      running.current = mine;
      return mine.finally(() => {
        if (running.current === mine) running.current = null;
      });
    },
    [saveAll],
  );
  const save = useCallback(() => saveAfter(true), [saveAfter]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the draft begins the pause anew
  useEffect(() => {
    if (!isDirty()) return;
    setState((before) => (before === "saving" ? before : "unsaved"));
    const timer = setInterval(() => {
      const isWritten = isBeingWritten(latest.current);
      if (isBehind(false)) saveAfter(false);
      if (isWritten) return;
      clearInterval(timer);
      save();
    }, PAUSE);
    return () => clearInterval(timer);
  }, [draft, isDirty, save]);

  // What somebody else saved is shown at once where nothing of one's own waits to be saved.
  useEffect(() => {
    if (quote.version <= base.current.version || running.current || isDirty()) return;
    const theirs = differences(saidOf(draftOfQuote(base.current)), saidOf(draftOfQuote(quote)));
    base.current = quote;
    if (theirs.length === 0) return;
    const merged = takenOver(latest.current, draftOfQuote(quote), theirs);
    saved.current = saidOf(merged);
    act({ type: "replace", draft: merged });
    setMerge({ by: null, theirs, kept: [] });
  }, [quote, isDirty, act]);

  useEffect(() => {
    if (state !== "lost") return;
    const timer = setTimeout(save, AGAIN);
    window.addEventListener("online", save);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", save);
    };
  }, [state, save]);

  return { state, refused, merge, endMerge: () => setMerge(null), save, isDirty };
}

// The server would complain of a line that lacks its price while its writer is on the way there.
function isBeingWritten(draft: Draft): boolean {
  const key = document.activeElement?.closest<HTMLElement>("[data-line]")?.dataset.line;
  return draft.rows.some((row) => row.key === key && isUnfinished(row));
}
