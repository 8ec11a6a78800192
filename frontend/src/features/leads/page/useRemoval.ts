import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Activity } from "@/api/types.gen";
import { texts } from "@/texts";
import { sayDone } from "@/ui/toasts";
import { removeActivity } from "../timeline.queries";

const TIME_TO_UNDO = 8_000;

/**
 * Removes an entry, with time to think again.
 *
 * The server cannot bring one back, so it is told only when the time is over or the page is left.
 */
export function useRemoval(activity: Activity) {
  const queries = useQueryClient();
  const [isRemoved, hide] = useState(false);
  const pending = useRef<() => void>(undefined);
  useEffect(() => {
    const leave = () => pending.current?.();
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, []);
  const remove = () => {
    hide(true);
    const waiting = setTimeout(() => pending.current?.(), TIME_TO_UNDO);
    pending.current = () => {
      clearTimeout(waiting);
      pending.current = undefined;
      removeActivity(queries, activity).finally(() => hide(false));
    };
    sayDone(texts.lead.entryDeleted, () => {
      clearTimeout(waiting);
      pending.current = undefined;
      hide(false);
    });
  };
  return { isRemoved, remove };
}
