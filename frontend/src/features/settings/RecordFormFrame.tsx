import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { texts } from "@/texts";
import { IconCheck } from "@/ui/icons";
import { Outcome } from "./Outcome";
import classes from "./RecordFormFrame.module.css";
import { UnsavedGuard } from "./UnsavedGuard";
import type { RecordForm } from "./useRecordForm";

const words = texts.settings;

type Props<Values extends Record<string, unknown>> = {
  record: RecordForm<Values>;
  /** The fields' names for the person at the screen. */
  labels: Record<string, string>;
  /** One part only, which ends where its fields do. */
  short?: boolean;
  children: ReactNode;
};

/** The frame of a form on one record: its fields, what became of saving them, and its buttons. */
export function RecordFormFrame<Values extends Record<string, unknown>>(props: Props<Values>) {
  const { record, labels, short = false, children } = props;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        record.submit();
      }}
    >
      <UnsavedGuard when={record.isDirty} />
      {children}
      <div className={classes.foot} data-short={short || undefined}>
        <Outcome record={record} labels={labels} />
        <div className={classes.acts}>
          <Button type="submit" disabled={!record.isDirty} loading={record.isSaving}>
            {words.save}
          </Button>
          {record.isDirty ? (
            <Button variant="subtle" color="gray" onClick={record.discard}>
              {words.discard}
            </Button>
          ) : null}
          <Told record={record} />
        </div>
      </div>
    </form>
  );
}

function Told({ record }: { record: Pick<RecordForm<never>, "isDirty" | "isSaved"> }) {
  return (
    <p className={classes.told} aria-live="polite" data-saved={record.isSaved || undefined}>
      {record.isSaved ? (
        <>
          <IconCheck size={15} aria-hidden /> {words.saved}
        </>
      ) : record.isDirty ? (
        words.unsaved
      ) : null}
    </p>
  );
}
