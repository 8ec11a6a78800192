import { Link } from "@tanstack/react-router";
import { Bar, ComposedChart, Line, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { shortMonth } from "@/lib/format";
import classes from "./MonthChart.module.css";
import type { Figure } from "./queries";

/** One month of a chart; the numbers are for drawing only, `shown` and `says` come from the server. */
export type Point = {
  month: string;
  value: number | null;
  shown: string;
  says: string;
  /** What is expected on top of what is there. */
  expected?: number;
  target?: number | null;
  isPast?: boolean;
};

type Props = {
  points: Point[];
  kind: "bars" | "line";
  color: string;
  /** For months that are over, where they are to stand back. */
  pastColor?: string;
  figure: (month: string) => Figure;
  owner?: string;
  height: number;
};

type Shape = { x?: unknown; y?: unknown; width?: unknown; height?: unknown; payload?: unknown };

const INSET = 0.16;
const ROOM_ABOVE = 1.16;

/** Months beside each other, each a link that opens it. */
export default function MonthChart({
  points,
  kind,
  color,
  pastColor,
  figure,
  owner,
  height,
}: Props) {
  const rows = points.map((point) => ({
    ...point,
    base: 0,
    top: (point.value ?? 0) + (point.expected ?? 0),
  }));
  const most = Math.max(...rows.map((row) => Math.max(row.top, row.target ?? 0)), 0) || 1;
  const colorAt = ({ payload }: Shape) => ((payload as Point).isPast ? pastColor : color) ?? color;
  const behind = (shape: Shape) => <OpenMonth shape={shape} figure={figure} owner={owner} />;
  return (
    <ResponsiveContainer width="100%" height={height} className={classes.chart}>
      <ComposedChart
        data={rows}
        margin={{ top: 4, right: 0, bottom: 0, left: 0 }}
        barCategoryGap={0}
        barGap={0}
        accessibilityLayer={false}
        tabIndex={-1}
      >
        <XAxis
          dataKey="month"
          tickFormatter={named}
          tickLine={false}
          axisLine={{ stroke: "var(--line)" }}
          tick={{ fontSize: 11.5, fill: "var(--ink-soft)" }}
          interval={0}
          height={22}
        />
        <YAxis hide domain={[0, most * ROOM_ABOVE]} />
        {kind === "bars" ? (
          <>
            <Bar
              dataKey="value"
              stackId="month"
              isAnimationActive={false}
              background={behind}
              shape={(shape: Shape) => <Column shape={shape} fill={colorAt(shape)} />}
            />
            <Bar
              dataKey="expected"
              stackId="month"
              isAnimationActive={false}
              shape={(shape: Shape) => <Column shape={shape} fill="url(#expected)" />}
            />
          </>
        ) : (
          <Bar dataKey="base" isAnimationActive={false} background={behind} shape={() => <g />} />
        )}
        <Line
          dataKey="target"
          stroke="none"
          isAnimationActive={false}
          activeDot={false}
          dot={(dot) => <TargetTick key={dot.key} dot={dot} />}
        />
        <Line
          dataKey={kind === "line" ? "value" : "top"}
          stroke={kind === "line" ? color : "none"}
          strokeWidth={2}
          isAnimationActive={false}
          activeDot={false}
          dot={(dot) => <Label key={dot.key} dot={dot} color={kind === "line" ? color : null} />}
        />
        <defs>
          <pattern id="expected" width="6" height="6" patternUnits="userSpaceOnUse">
            <rect width="6" height="6" className={classes.expectedGround} />
            <path d="M-1 1l2-2M0 6l6-6M5 7l2-2" className={classes.expectedStroke} />
          </pattern>
        </defs>
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function named(month: string): string {
  return month.endsWith("-01") ? `${shortMonth(month)} ’${month.slice(2, 4)}` : shortMonth(month);
}

type OpenProps = { shape: Shape; figure: (month: string) => Figure; owner?: string };

function OpenMonth({ shape, figure, owner }: OpenProps) {
  const point = shape.payload as Point;
  return (
    <Link
      className={classes.open}
      to="/months/$month"
      params={{ month: point.month }}
      search={{ figure: figure(point.month), owner }}
      aria-label={point.says}
    >
      <title>{point.says}</title>
      <rect
        x={Number(shape.x) + 1}
        y={Number(shape.y)}
        width={Math.max(0, Number(shape.width) - 2)}
        height={Number(shape.height)}
        rx={4}
      />
    </Link>
  );
}

function Column({ shape, fill }: { shape: Shape; fill: string }) {
  const width = Number(shape.width);
  const height = Number(shape.height);
  if (!(height > 0)) return <g />;
  return (
    <rect
      className={classes.still}
      x={Number(shape.x) + width * INSET}
      y={Number(shape.y)}
      width={width * (1 - 2 * INSET)}
      height={height}
      rx={2}
      fill={fill}
    />
  );
}

type Dot = { cx?: number; cy?: number; payload?: unknown };

function Label({ dot, color }: { dot: Dot; color: string | null }) {
  if (dot.cx === undefined || dot.cy == null || Number.isNaN(dot.cy)) return <g />;
  return (
    <g className={classes.still}>
      {color === null ? null : <circle cx={dot.cx} cy={dot.cy} r={3.5} fill={color} />}
      <text className={classes.label} x={dot.cx} y={dot.cy - (color === null ? 5 : 9)}>
        {(dot.payload as Point).shown}
      </text>
    </g>
  );
}

function TargetTick({ dot }: { dot: Dot }) {
  if (dot.cx === undefined || dot.cy == null || Number.isNaN(dot.cy)) return <g />;
  if ((dot.payload as Point).target == null) return <g />;
  return (
    <rect className={classes.target} x={dot.cx - 15} y={dot.cy - 1} width={30} height={2} rx={1} />
  );
}
