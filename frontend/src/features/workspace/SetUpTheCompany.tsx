import { SegmentedControl, Text } from "@mantine/core";
import { useState } from "react";
import { newPassword } from "../../lib/password";
import { Command } from "../../ui/Command";
import { SETUP_BY_QUESTIONS, setupByCurl } from "./commands";
import classes from "./NextSteps.module.css";

type Way = "questions" | "curl";

const WAYS: { value: Way; label: string }[] = [
  { value: "questions", label: "In the terminal" },
  { value: "curl", label: "With curl" },
];

/** First-run setup in two ways: answering questions, or one call with everything in it. */
export function SetUpTheCompany() {
  const [way, setWay] = useState<Way>("questions");
  const [password] = useState(newPassword);
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <>
      <SegmentedControl<Way>
        aria-label="Way of setting up"
        data={WAYS}
        value={way}
        onChange={setWay}
        className={classes.ways}
      />
      {way === "questions" ? (
        <>
          <Text>
            Asks for your company, country, currency and time zone, and for the first admin.
          </Text>
          <Command lines={SETUP_BY_QUESTIONS} label="Set up by answering questions" />
        </>
      ) : (
        <>
          <Text>
            Put in your own company, name and address. The password was made by your browser just
            now and is known to nobody else; keep it, or choose another.
          </Text>
          <Command
            lines={setupByCurl(location.origin, timeZone, password)}
            label="Set up with one call"
          />
        </>
      )}
    </>
  );
}
