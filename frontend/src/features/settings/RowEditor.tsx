import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { texts } from "@/texts";
import { Outcome } from "./Outcome";
import classes from "./RowEditor.module.css";
import { UnsavedGuard } from "./UnsavedGuard";
import type { RecordForm } from "./useRecordForm";

type Props<Values extends Record<string, unknown>> = {
  record: RecordForm<Values>;
  /** The fields' names for the person at the screen. */
  labels: Record<string, string>;
  onClose: () => void;
  /** What else can be done with the record. */
  acts?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
};

/** A record's fields in its own place in a list; Enter saves, Escape closes. */
export function RowEditor<Values extends Record<string, unknown>>(props: Props<Values>) {
  const { record, labels, onClose, acts, className, children } = props;
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        if (record.isDirty) record.submit();
        else onClose();
      }}
      onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && onClose()}
    >
      <UnsavedGuard when={record.isDirty && !record.isSaving} />
      {children}
      <Outcome record={record} labels={labels} />
      <div className={classes.foot}>
        <Button type="submit" loading={record.isSaving}>
          {texts.ui.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {texts.ui.cancel}
        </Button>
        {acts ? <div className={classes.acts}>{acts}</div> : null}
      </div>
    </form>
  );
}
