import dayjs from "dayjs";

// Calendar days travel as `2026-11-23`; weeks begin on Monday and end with a weekend.

const text = (day: dayjs.Dayjs) => day.format("YYYY-MM-DD");
const isWeekend = (day: dayjs.Dayjs) => day.day() === 0 || day.day() === 6;

/** The day of an instant in the reader's own time zone. */
export function dayOf(instant: string): string {
  return text(dayjs(instant));
}

/** The first and the last day of a day's month. */
export function monthOf(day: string): { first: string; last: string } {
  const found = dayjs(day);
  return { first: text(found.startOf("month")), last: text(found.endOf("month")) };
}

/** The day so many days later. */
export function addDays(day: string, days: number): string {
  return text(dayjs(day).add(days, "day"));
}

/** The day so many working days later; holidays are not known. */
export function addWorkingDays(day: string, days: number): string {
  let found = dayjs(day);
  for (let left = days; left > 0; ) {
    found = found.add(1, "day");
    if (!isWeekend(found)) left -= 1;
  }
  return text(found);
}

/** The Monday after. */
export function nextMonday(day: string): string {
  const weekday = dayjs(day).day() || 7;
  return addDays(day, 8 - weekday);
}

/** How many days lie from one day to another; negative where the other comes first. */
export function daysBetween(from: string, to: string): number {
  return dayjs(to).diff(dayjs(from), "day");
}
