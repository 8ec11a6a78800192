import { useEffect } from "react";

const SOON = 1_000;

/** Does something a moment after the page stands, such as fetching what is likely wanted next. */
export function useSoon(act: () => void) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, whatever is drawn meanwhile
  useEffect(() => {
    const soon = setTimeout(act, SOON);
    return () => clearTimeout(soon);
  }, []);
}
