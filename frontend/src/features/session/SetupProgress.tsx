import { Loader, Text } from "@mantine/core";
import { useInterval } from "@mantine/hooks";
import { useState } from "react";
import { texts } from "@/texts";
import classes from "./Setup.module.css";

const words = texts.session;
const STEP = 5_000;

/** What the server is about while it invents a year; it says no more than that it goes on. */
export function SetupProgress() {
  const [step, setStep] = useState(0);
  const last = words.foundingSteps.length - 1;
  useInterval(() => setStep((now) => Math.min(now + 1, last)), STEP, { autoInvoke: true });
  return (
    <div className={classes.progress}>
      <Loader size="sm" aria-hidden />
      <Text role="status">{words.foundingSteps[step]}…</Text>
      <Text size="sm" c="dimmed">
        {words.foundingText}
      </Text>
    </div>
  );
}
