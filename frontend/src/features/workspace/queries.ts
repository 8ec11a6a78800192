import { useQuery } from "@tanstack/react-query";

/** What the server says of itself: it cannot be reached, has a problem, waits for its setup, or is ready. */
export type Installation =
  | { state: "unreachable" }
  | { state: "unready"; reason: string }
  | { state: "new" }
  | { state: "set-up" };

const UNNAMED_PROBLEM = "The server does not say why. Its log does.";

/** Follow the state of the installation: the page notices by itself that setup was run elsewhere. */
export function useInstallation() {
  return useQuery({
    queryKey: ["workspace", "installation"],
    queryFn: ({ signal }) => askInstallation(signal),
    refetchInterval: 3000,
  });
}

async function askInstallation(signal: AbortSignal): Promise<Installation> {
  try {
    const answer = await fetch("/api/v1/health/ready", { signal });
    const said = await answer.json();
    if (!answer.ok) return { state: "unready", reason: said.detail ?? UNNAMED_PROBLEM };
    return { state: said.set_up ? "set-up" : "new" };
  } catch (failure) {
    if (signal.aborted) throw failure;
    return { state: "unreachable" };
  }
}
