import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { month as named } from "@/lib/format";
import { texts } from "@/texts";
import { Broken } from "@/ui/Broken";
import { IconChevronLeft, IconChevronRight } from "@/ui/icons";
import { Page } from "@/ui/Page";
import { useToday } from "@/workspace/today";
import { BehindTable } from "./BehindTable";
import { FiguresOf } from "./Changing";
import { DashboardSkeleton } from "./DashboardSkeleton";
import { FigureStrip } from "./FigureStrip";
import { FigureTabs } from "./FigureTabs";
import classes from "./MonthPage.module.css";
import styles from "./metrics.module.css";
import { addMonths, monthOf } from "./months";
import { Outcome } from "./Outcome";
import { OwnerFilter, useOwnerId, useOwnerName } from "./OwnerFilter";
import type { Opened } from "./opening";
import { groupsQuery, monthQuery, summaryQuery } from "./queries";
import { Scope } from "./Scope";
import { Slices } from "./Slices";

const words = texts.metrics.opened;

type Props = { month: string; opened: Opened; open: (opened: Opened) => void };

/** One month opened: its figures, where each comes from, and the very leads behind it. */
export function MonthPage({ month, opened, open }: Props) {
  const present = monthOf(useToday());
  const owner = useOwnerId(opened.owner);
  const whose = useOwnerName(owner);
  const exact = { ...opened, owner };
  const detail = useQuery(monthQuery(month, owner));
  const before = useQuery(monthQuery(addMonths(month, -1), owner));
  const summary = useQuery({ ...summaryQuery(owner), enabled: month === present });
  const { figure, stage, source } = opened;
  const groups = useQuery(groupsQuery(month, { figure, stage, source, owner }));
  const isOnTheWay = detail.isPlaceholderData || groups.isPlaceholderData;
  const broken = [detail, groups].find((query) => query.isError && !query.data);
  if (broken) return <Broken error={broken.error} reset={() => broken.refetch()} />;
  return (
    <Page
      title={<MonthTitle month={month} opened={opened} />}
      acts={<OwnerFilter owner={opened.owner} choose={(owner) => open({ ...opened, owner })} />}
    >
      {detail.data && groups.data ? (
        <FiguresOf value={isOnTheWay ? null : `${month} ${owner ?? "team"}`}>
          <div className={styles.metrics}>
            <Outcome month={detail.data} isPast={month < present} whose={whose} ownerId={owner} />
            <FigureStrip month={detail.data} previous={before.data} owner={opened.owner} />
            <div>
              <FigureTabs
                month={detail.data}
                summary={month === present ? summary.data : undefined}
                hasForecast={detail.data.forecast !== null}
                opened={opened}
              />
              <Slices groups={groups.data} opened={exact} open={open} />
            </div>
            <BehindTable month={month} groups={groups.data} opened={exact} open={open} />
            <Scope scope={detail.data.scope} />
          </div>
        </FiguresOf>
      ) : (
        <DashboardSkeleton />
      )}
    </Page>
  );
}

function MonthTitle({ month, opened }: { month: string; opened: Opened }) {
  const search = { figure: opened.figure, owner: opened.owner };
  const beside = [
    { month: addMonths(month, -1), label: words.earlier, icon: IconChevronLeft },
    { month: addMonths(month, 1), label: words.later, icon: IconChevronRight },
  ];
  return (
    <span className={classes.title}>
      <Link className={classes.back} to="/" search={{ owner: opened.owner }}>
        {words.back}
      </Link>
      <span aria-hidden className={classes.slash}>
        /
      </span>
      {named(month)}
      {beside.map(({ month, label, icon: Icon }) => (
        <Link
          key={label}
          className={classes.beside}
          to="/months/$month"
          params={{ month }}
          search={search}
          aria-label={`${label}: ${named(month)}`}
        >
          <Icon size={17} aria-hidden />
        </Link>
      ))}
    </span>
  );
}
