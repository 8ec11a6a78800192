import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { texts } from "@/texts";
import { Broken } from "@/ui/Broken";
import { Page } from "@/ui/Page";
import { useToday } from "@/workspace/today";
import { Beside } from "./Beside";
import { FiguresOf } from "./Changing";
import { DashboardSkeleton } from "./DashboardSkeleton";
import { FigureStrip } from "./FigureStrip";
import { FirstSteps } from "./FirstSteps";
import { Headline } from "./Headline";
import { MonthCharts } from "./MonthCharts";
import classes from "./metrics.module.css";
import { addMonths, isBlank, monthOf } from "./months";
import { OwnerFilter, useOwnerId, useOwnerName } from "./OwnerFilter";
import { PipelineTable } from "./PipelineTable";
import { monthQuery, monthsQuery, pipelineFiguresQuery, summaryQuery } from "./queries";
import { RepTable } from "./RepTable";
import { SourceTable } from "./SourceTable";

const BACK = 11;
const AHEAD = 2;

type Props = { owner?: string; addLead: () => void };

/** How the sales of this month stand, and everything behind it; `owner` is `me` or a user's id. */
export function DashboardPage({ owner, addLead }: Props) {
  const present = monthOf(useToday());
  const ownerId = useOwnerId(owner);
  const who = useOwnerName(owner);
  const whose = useOwnerName(ownerId);
  const navigate = useNavigate();
  const summary = useQuery(summaryQuery(ownerId));
  const months = useQuery(
    monthsQuery(addMonths(present, -BACK), addMonths(present, AHEAD), ownerId),
  );
  const pipeline = useQuery(pipelineFiguresQuery(ownerId));
  const month = useQuery(monthQuery(present, ownerId));
  const previous = useQuery(monthQuery(addMonths(present, -1), ownerId));
  const isOnTheWay = [summary, months, pipeline, month].some((query) => query.isPlaceholderData);
  const broken = [summary, months, pipeline, month].find((query) => query.isError && !query.data);
  if (broken) return <Broken error={broken.error} reset={() => broken.refetch()} />;
  const acts = (
    <OwnerFilter
      owner={owner}
      choose={(owner) => navigate({ to: "/", search: { owner }, replace: true })}
    />
  );
  if (!summary.data || !months.data || !pipeline.data || !month.data) {
    return (
      <Page title={texts.metrics.title} acts={acts}>
        <DashboardSkeleton />
      </Page>
    );
  }
  const isNew =
    owner === undefined &&
    isBlank(months.data) &&
    pipeline.data.leads === 0 &&
    summary.data.current.target === null;
  if (isNew) {
    return (
      <Page title={texts.metrics.title}>
        <FirstSteps addLead={addLead} />
      </Page>
    );
  }
  return (
    <Page title={texts.metrics.title} acts={acts}>
      <FiguresOf value={isOnTheWay ? null : (ownerId ?? "team")}>
        <div className={classes.metrics}>
          <div className={classes.top}>
            <Headline
              summary={summary.data}
              who={who}
              whose={whose}
              owner={owner}
              ownerId={ownerId}
            />
            <Beside
              summary={summary.data}
              coming={months.data.filter((month) => month.month > present)}
              owner={owner}
            />
          </div>
          <FigureStrip
            month={summary.data.current}
            previous={summary.data.previous}
            owner={owner}
          />
          <MonthCharts months={months.data} present={present} owner={owner} />
          <div className={classes.two}>
            <PipelineTable pipeline={pipeline.data} ownerId={ownerId} />
            <SourceTable month={month.data} previous={previous.data} owner={owner} />
          </div>
          <RepTable month={month.data} previous={previous.data} ownerId={ownerId} />
        </div>
      </FiguresOf>
    </Page>
  );
}
