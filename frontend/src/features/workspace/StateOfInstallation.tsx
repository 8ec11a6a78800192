import { Skeleton } from "@mantine/core";
import type { Installation } from "./queries";
import classes from "./StateOfInstallation.module.css";

const WORDS = {
  unreachable: ["No answer", "The server does not answer. This page asks again every 3 seconds."],
  unready: ["Not ready", ""],
  new: ["Ready", "The server runs and its database is current. No company has been set up yet."],
  "set-up": ["Ready", "The server runs, its database is current, and a company is set up."],
} as const;

/** How the installation stands, told to the eye and to screen readers when it changes. */
export function StateOfInstallation({ installation }: { installation?: Installation }) {
  if (!installation) return <Skeleton height={46} mt={40} radius="md" />;
  const [word, sentence] = WORDS[installation.state];
  const isWell = installation.state === "new" || installation.state === "set-up";
  return (
    <p className={classes.state} data-well={isWell} role="status">
      <strong>{word}</strong>
      <span>{installation.state === "unready" ? installation.reason : sentence}</span>
    </p>
  );
}
