import { useMe } from "./session";

/** Today in the workspace's time zone, as the server counts it (`2026-11-23`). */
export function useToday(): string {
  return useMe().workspace.today;
}
