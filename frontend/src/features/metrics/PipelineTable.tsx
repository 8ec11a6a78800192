import { Link } from "@tanstack/react-router";
import type { PipelineFigures } from "@/api/types.gen";
import { count, roundMoney } from "@/lib/format";
import { texts } from "@/texts";
import { Changing } from "./Changing";
import { Section } from "./Section";
import { ShareBar } from "./ShareBar";
import classes from "./tables.module.css";

const words = texts.metrics.tables;

/** The open leads by stage, in the stages' own colours; each line opens to its leads. */
export function PipelineTable({ pipeline, ownerId }: Props) {
  const { currency, items } = pipeline;
  const most = Math.max(...items.map((stage) => Number(stage.value)), 0);
  return (
    <Section title={words.pipeline} definition={texts.metrics.definitions.pipeline}>
      {pipeline.leads === 0 ? <p className={classes.nothing}>{words.noPipeline}</p> : null}
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{words.stage}</th>
            <th scope="col" className={classes.bar} aria-hidden />
            <th scope="col" className={classes.number}>
              {words.value}
            </th>
            <th scope="col" className={classes.number}>
              {words.deals}
            </th>
            <th scope="col" className={`${classes.number} ${classes.wide}`}>
              {words.weighted}
            </th>
            <th scope="col" className={`${classes.number} ${classes.wide}`}>
              {words.days}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((stage) => (
            <tr key={stage.stage}>
              <th scope="row" className={classes.name}>
                <Link to="/leads" search={{ stage: stage.stage, owner: ownerId }}>
                  <span className={classes.dot} style={{ background: stage.color }} />
                  {stage.name}
                </Link>
              </th>
              <td className={classes.bar}>
                <ShareBar value={stage.value} most={most} color={stage.color} />
              </td>
              <td className={classes.number}>
                <Changing text={roundMoney(stage.value, currency)} />
              </td>
              <td className={classes.number}>
                <Changing text={count(stage.leads)} />
              </td>
              <td className={`${classes.number} ${classes.wide}`}>
                {roundMoney(stage.weighted_value, currency)}
              </td>
              <td className={`${classes.number} ${classes.wide}`}>
                {stage.mean_days ?? texts.ui.none}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <Link to="/leads" search={{ outcome: "open", owner: ownerId }}>
                {words.all}
              </Link>
            </th>
            <td />
            <td className={classes.number}>{roundMoney(pipeline.value, currency)}</td>
            <td className={classes.number}>{count(pipeline.leads)}</td>
            <td className={`${classes.number} ${classes.wide}`}>
              {roundMoney(pipeline.weighted_value, currency)}
            </td>
            <td className={classes.wide} />
          </tr>
        </tfoot>
      </table>
    </Section>
  );
}

type Props = { pipeline: PipelineFigures; ownerId?: string };
