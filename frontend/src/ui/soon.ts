import { useEffect } from "react";

const SOON = 1_000;

/**
 * Does something a moment after the page stands, such as fetching what is likely wanted next.
 *
 * What cannot be had yet is asked for once more when it is wanted, and told then.
 */
export function useSoon(act: () => unknown) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, whatever is drawn meanwhile
  useEffect(() => {
    const soon = setTimeout(() => Promise.resolve(act()).catch(() => undefined), SOON);
    return () => clearTimeout(soon);
  }, []);
}
