import { Popover, UnstyledButton } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import "@mantine/dates/styles.css";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { shortDay } from "@/lib/format";
import { texts } from "@/texts";
import { Later } from "../Later";
import classes from "./inplace.module.css";
import { Shown } from "./Shown";

/** A day that is often wanted, a click or a digit away. */
export type NearDay = { label: string; day: string };

type Props = {
  label: string;
  value: string | null;
  near: readonly NearDay[];
  onChoose: (day: string) => void;
  /** Given where the day may be emptied. */
  onClear?: () => void;
  clear?: string;
  startOpened?: boolean;
  onClosed?: () => void;
  children: ReactNode;
};

/** A calendar day chosen in place, from days that are often wanted or from the calendar. */
export function DayChoice({ label, startOpened = false, onClosed, ...rest }: Props) {
  const [opened, open] = useState(startOpened);
  const close = () => {
    open(false);
    onClosed?.();
  };
  const choose = (day: string) => {
    if (day !== rest.value) rest.onChoose(day);
    close();
  };
  return (
    <Popover
      opened={opened}
      onChange={(now) => (now ? open(true) : close())}
      trapFocus
      returnFocus
      position="bottom-start"
      transitionProps={{ duration: 0 }}
      zIndex={320}
      shadow="md"
    >
      <Popover.Target>
        <Shown label={label} onClick={() => (opened ? close() : open(true))}>
          {rest.children}
        </Shown>
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label={label} onKeyDown={onDigit(rest.near, choose)}>
        <Near near={rest.near} choose={choose} />
        <Later meanwhile={<div className={classes.calendar} />}>
          <DatePicker
            value={rest.value}
            defaultDate={rest.value ?? rest.near[0]?.day}
            onChange={(day) => choose(day ?? rest.value ?? "")}
            firstDayOfWeek={1}
            highlightToday
            hideOutsideDates
            ariaLabels={texts.day}
            size="xs"
            classNames={{ day: classes.day }}
          />
        </Later>
        {rest.onClear && rest.value ? (
          <UnstyledButton
            className={classes.way}
            onClick={() => {
              close();
              rest.onClear?.();
            }}
          >
            {rest.clear}
          </UnstyledButton>
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}

type NearProps = { near: readonly NearDay[]; choose: (day: string) => void };

function Near({ near, choose }: NearProps) {
  if (near.length === 0) return null;
  return (
    <div className={classes.ways}>
      {near.map(({ label, day }, at) => (
        <UnstyledButton
          key={label}
          className={classes.way}
          onClick={() => choose(day)}
          data-autofocus={at === 0 || undefined}
        >
          <span className={classes.key} aria-hidden>
            {at + 1}
          </span>
          {label}
          <span className={classes.wayDay}>{shortDay(day)}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}

const onDigit =
  (near: readonly NearDay[], choose: (day: string) => void) => (event: KeyboardEvent) => {
    const wanted = near[Number(event.key) - 1];
    if (wanted) choose(wanted.day);
  };
