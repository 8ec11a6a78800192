import { Anchor, Text, Title } from "@mantine/core";
import { Mark } from "../../ui/Mark";
import classes from "./FrontPage.module.css";
import { Journey } from "./Journey";
import { NextSteps } from "./NextSteps";
import { useInstallation } from "./queries";
import { StateOfInstallation } from "./StateOfInstallation";

/** The first page of an installation: what this is, how it stands, what to do next. */
export function FrontPage() {
  const { data: installation } = useInstallation();
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <span className={classes.brand}>
          <Mark /> Throughline
        </span>
        <Anchor href="/api/docs" size="md" c="var(--accent)" className={classes.docs}>
          API documentation
        </Anchor>
      </header>
      <main>
        <Title order={1} className={classes.title}>
          From first contact to paid invoice.
        </Title>
        <Text className={classes.lead}>
          Throughline runs a company’s sales in one place. Leads that are never forgotten, quotes
          that go out today, invoices that follow from them, and figures that agree with all three.
        </Text>
        <Journey />
        <StateOfInstallation installation={installation} />
        <NextSteps installation={installation} />
      </main>
    </div>
  );
}
