import { Anchor, Button, SegmentedControl } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { texts } from "@/texts";
import { Broken } from "@/ui/Broken";
import { Empty } from "@/ui/Empty";
import { IconPlus } from "@/ui/icons";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { keysQuery } from "../keys.queries";
import classes from "../Listed.module.css";
import { LoadMore } from "../LoadMore";
import { Section } from "../Section";
import { KeyRow } from "./KeyRow";
import { MakeKeyDialog } from "./MakeKeyDialog";

const words = texts.apiKeys;

/** The keys by which other programs act. */
export function KeysSection() {
  const [isMaking, make] = useState(false);
  return (
    <Section
      title={texts.settings.sections.apiKeys}
      intro={words.intro}
      forAdmins
      acts={
        <Button
          size="xs"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => make(true)}
        >
          {words.make}
        </Button>
      }
    >
      <Keys />
      {isMaking ? <MakeKeyDialog onClose={() => make(false)} /> : null}
    </Section>
  );
}

function Keys() {
  const [which, show] = useState("used");
  const revoked = which === "revoked";
  const keys = useInfiniteQuery(keysQuery(revoked));
  if (keys.error) return <Broken error={keys.error} reset={() => keys.refetch()} />;
  const rows = keys.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={words.which}
          value={which}
          onChange={show}
          data={[
            { value: "used", label: words.inUse },
            { value: "revoked", label: words.revoked },
          ]}
        />
      </div>
      {!rows ? <PageSkeleton /> : null}
      {rows?.length === 0 ? <Nothing revoked={revoked} /> : null}
      {rows?.length ? (
        <table className={classes.table} aria-label={words.list}>
          <thead>
            <tr>
              <th scope="col">{words.table.name}</th>
              <th scope="col">{words.table.acts}</th>
              <th scope="col">{words.table.used}</th>
              <th scope="col">{words.table.ends}</th>
              <th scope="col">
                <span className={classes.unseen}>{texts.ui.more}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((key) => (
              <KeyRow key={key.id} apiKey={key} />
            ))}
          </tbody>
        </table>
      ) : null}
      <LoadMore list={keys} />
    </>
  );
}

function Nothing({ revoked }: { revoked: boolean }) {
  if (revoked) return <Empty title={words.noneRevoked} />;
  return (
    <Empty
      title={words.none}
      act={
        <Anchor href="/api/docs" target="_blank">
          {words.documentation}
        </Anchor>
      }
    >
      {words.noneText}
    </Empty>
  );
}
