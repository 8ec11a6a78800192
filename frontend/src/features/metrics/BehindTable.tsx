import { Button, Skeleton } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useId } from "react";
import type { FigureGroups } from "@/api/types.gen";
import { money, month as named } from "@/lib/format";
import { texts } from "@/texts";
import { Empty } from "@/ui/Empty";
import classes from "./BehindTable.module.css";
import { CountedRow } from "./CountedRow";
import { Narrowing } from "./Narrowing";
import type { Opened, Sort } from "./opening";
import { behindQuery } from "./queries";
import styles from "./tables.module.css";

const words = texts.metrics.opened;

type Props = {
  month: string;
  groups: FigureGroups;
  opened: Opened;
  open: (opened: Opened) => void;
};

/** The very leads that a figure counts, each leading to its page. */
export function BehindTable({ month, groups, opened, open }: Props) {
  const { figure, stage, source, owner, sort = "-value" } = opened;
  const list = useInfiniteQuery(behindQuery(month, { figure, stage, source, owner, sort }));
  const leads = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isNarrowed = stage !== undefined || source !== undefined || owner !== undefined;
  const id = useId();
  const worth = words.worth(words.leads(groups.leads), money(groups.value, groups.currency));
  const weighs = figure === "forecast" && groups.weighted_value !== null;
  return (
    <section aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id}>{words.behind(texts.metrics.figures[figure])}</h2>
        <p aria-live="polite">
          {worth}
          {weighs
            ? ` · ${words.weighing(money(groups.weighted_value ?? "0", groups.currency))}`
            : null}
        </p>
      </div>
      <Narrowing groups={groups} opened={opened} open={open} />
      {list.isPending ? <Skeleton height={240} /> : null}
      {list.data && leads.length === 0 ? (
        <Empty title={words.nothing(texts.metrics.figures[figure], named(month))}>
          {isNarrowed ? words.nothingNarrowed : words.nothingText}
        </Empty>
      ) : null}
      {leads.length > 0 ? (
        <table className={`${styles.table} ${classes.leads}`}>
          <Headings figure={figure} sort={sort} choose={(sort) => open({ ...opened, sort })} />
          <tbody>
            {leads.map((lead) => (
              <CountedRow key={lead.id} lead={lead} figure={figure} />
            ))}
          </tbody>
        </table>
      ) : null}
      {list.hasNextPage ? (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          loading={list.isFetchingNextPage}
          onClick={() => list.fetchNextPage()}
        >
          {words.more}
        </Button>
      ) : null}
    </section>
  );
}

type HeadingsProps = { figure: Opened["figure"]; sort: Sort; choose: (sort: Sort) => void };

function Headings({ figure, sort, choose }: HeadingsProps) {
  const when =
    figure === "new_leads"
      ? words.created
      : figure === "won" || figure === "lost"
        ? words.closed
        : words.expected;
  const isForecast = figure === "forecast";
  return (
    <thead>
      <tr>
        <th scope="col" aria-sort={sort === "title" ? "ascending" : undefined}>
          <SortButton name={words.lead} on={sort === "title"} act={() => choose("title")} />
        </th>
        <th scope="col">{words.stage}</th>
        <th scope="col" className={styles.wide}>
          {words.owner}
        </th>
        <th scope="col" className={styles.wide}>
          {words.source}
        </th>
        <th scope="col" className={styles.wide}>
          {when}
        </th>
        {isForecast ? (
          <th scope="col" className={`${styles.number} ${styles.wide}`}>
            {words.probability}
          </th>
        ) : null}
        <th
          scope="col"
          className={styles.number}
          aria-sort={sort === "-value" ? "descending" : sort === "value" ? "ascending" : undefined}
        >
          <SortButton
            name={words.counted}
            on={sort.endsWith("value")}
            act={() => choose(sort === "-value" ? "value" : "-value")}
          />
        </th>
      </tr>
    </thead>
  );
}

function SortButton({ name, on, act }: { name: string; on: boolean; act: () => void }) {
  return (
    <button type="button" className={classes.sort} data-on={on || undefined} onClick={act}>
      {name}
    </button>
  );
}
