import type { Month } from "@/api/types.gen";
import { addDays } from "@/lib/days";

/** The month so many months later (`2026-11` and -11 is `2025-12`). */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const index = year * 12 + (number - 1) + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

/** The month of a day. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The first and the last day of a month. */
export function daysOf(month: string): { first: string; last: string } {
  return { first: `${month}-01`, last: addDays(`${addMonths(month, 1)}-01`, -1) };
}

/** An amount without its sign, for sentences that say above or short. */
export function unsigned(amount: string): string {
  return amount.replace(/^-/, "");
}

/** Whether a company has anything to count at all in these months. */
export function isBlank(months: Month[]): boolean {
  return months.every((month) => month.new_leads + month.won + month.lost === 0);
}
