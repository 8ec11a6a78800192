import { Alert } from "@mantine/core";
import { texts } from "@/texts";
import classes from "./Meanwhile.module.css";

const words = texts.settings;

/** Says that somebody else changed the same record, and which of its fields. */
export function Meanwhile({ fields }: { fields: string }) {
  return (
    <Alert
      className={classes.note}
      classNames={{ title: classes.title }}
      color="orange"
      variant="outline"
      title={words.meanwhile}
      role="alert"
    >
      {words.meanwhileText(fields)}
    </Alert>
  );
}
