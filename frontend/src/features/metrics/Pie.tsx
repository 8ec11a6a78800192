import { PieChart, Pie as Ring, Sector, type SectorProps } from "recharts";
import { count } from "@/lib/format";
import { texts } from "@/texts";
import classes from "./Slices.module.css";
import type { Measure, Slice } from "./slices";

type Props = {
  slices: Slice[];
  measure: Measure;
  currency: string;
  chosen: string | undefined;
  choose: (key: string) => void;
  size: number;
};

const THICKNESS = 24;

/** A ring of slices for the mouse; the names beside it are its buttons for everybody else. */
export default function Pie({ slices, measure, chosen, choose, size }: Props) {
  const rows = slices.map((slice) => ({
    ...slice,
    drawn: measure === "leads" ? slice.leads : Number(slice.value),
  }));
  const leads = slices
    .filter((slice) => chosen === undefined || slice.key === chosen)
    .reduce((sum, slice) => sum + slice.leads, 0);
  const radius = size / 2;
  return (
    <PieChart width={size} height={size} accessibilityLayer={false} tabIndex={-1} aria-hidden>
      {rows.some((row) => row.drawn > 0) ? null : (
        <circle cx={radius} cy={radius} r={radius - THICKNESS / 2} className={classes.empty} />
      )}
      <Ring
        data={rows}
        dataKey="drawn"
        nameKey="name"
        innerRadius={radius - THICKNESS}
        outerRadius={radius}
        startAngle={90}
        endAngle={-270}
        isAnimationActive={false}
        rootTabIndex={-1}
        shape={(sector: SectorProps & { payload?: unknown }) => (
          <Segment sector={sector} chosen={chosen} choose={choose} />
        )}
      />
      <text className={classes.center} x={radius} y={radius + 3}>
        {count(leads)}
      </text>
      <text className={classes.under} x={radius} y={radius + 18}>
        {texts.metrics.opened.center(leads)}
      </text>
    </PieChart>
  );
}

type SegmentProps = {
  sector: SectorProps & { payload?: unknown };
  chosen: string | undefined;
  choose: (key: string) => void;
};

function Segment({ sector, chosen, choose }: SegmentProps) {
  const slice = sector.payload as Slice;
  return (
    <Sector
      cx={sector.cx}
      cy={sector.cy}
      innerRadius={sector.innerRadius}
      outerRadius={sector.outerRadius}
      startAngle={sector.startAngle}
      endAngle={sector.endAngle}
      className={classes.sector}
      fill={slice.color}
      data-faint={(chosen !== undefined && slice.key !== chosen) || undefined}
      onClick={() => choose(slice.key)}
    />
  );
}
