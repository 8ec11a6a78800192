import { Anchor, Code, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Command } from "../../ui/Command";
import { IconArrowRight } from "../../ui/icons";
import { SAMPLE_DATA, signInByCurl } from "./commands";
import classes from "./NextSteps.module.css";
import type { Installation } from "./queries";
import { SetUpTheCompany } from "./SetUpTheCompany";

/** What to do next, in the state that the installation is in. */
export function NextSteps({ installation }: { installation?: Installation }) {
  switch (installation?.state) {
    case "unready":
      return <BringTheDatabaseUpToDate />;
    case "new":
      return <FirstSteps />;
    case "set-up":
      return <StepsAfterSetup />;
    default:
      return null;
  }
}

function BringTheDatabaseUpToDate() {
  return (
    <Steps>
      <Step title="See to the database">
        <Text>
          Check that <Code>DATABASE_URL</Code> names a database that is running. A database server
          is brought up to date only when you say so:
        </Text>
        <Command lines=".venv/bin/throughline migrate" label="Bring the database up to date" />
      </Step>
    </Steps>
  );
}

function FirstSteps() {
  return (
    <Steps>
      <Step title="Set up your company">
        <SetUpTheCompany />
      </Step>
      <LookAround />
      <ReadTheDocumentation />
    </Steps>
  );
}

function StepsAfterSetup() {
  return (
    <Steps>
      <Step title="Sign in">
        <Text>
          The screens are being built; until they are here, everything works over HTTP. Sign in with
          your address and password, then ask for your leads:
        </Text>
        <Command lines={signInByCurl(location.origin)} label="Sign in and list leads" />
      </Step>
      <LookAround />
      <ReadTheDocumentation />
    </Steps>
  );
}

function LookAround() {
  return (
    <Step title="Look around with sample data">
      <Text>
        Fills an empty workspace with an invented company’s year: leads, quotes, invoices, payments.
      </Text>
      <Command lines={SAMPLE_DATA} label="Fill the workspace with sample data" />
    </Step>
  );
}

function ReadTheDocumentation() {
  return (
    <Step title="Connect what you have">
      <Text>
        Import leads from a file, send quotes, issue invoices: every operation is described and can
        be tried in the browser.
      </Text>
      <Anchor href="/api/docs" className={classes.link} c="var(--accent)">
        Open the API documentation <IconArrowRight size={16} aria-hidden />
      </Anchor>
    </Step>
  );
}

function Steps({ children }: { children: ReactNode }) {
  return (
    <section className={classes.next}>
      <Title order={2} className={classes.heading}>
        What to do next
      </Title>
      <ol className={classes.steps}>{children}</ol>
    </section>
  );
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className={classes.step}>
      <Title order={3} className={classes.title}>
        {title}
      </Title>
      {children}
    </li>
  );
}
