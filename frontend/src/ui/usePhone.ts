import { useMediaQuery } from "@mantine/hooks";

/** Screens this narrow get their own layout. The same number stands in the CSS modules. */
const PHONE = "(max-width: 48em)";

/** Whether the screen is a phone's. */
export function usePhone(): boolean {
  return useMediaQuery(PHONE, false, { getInitialValueInEffect: false }) ?? false;
}
