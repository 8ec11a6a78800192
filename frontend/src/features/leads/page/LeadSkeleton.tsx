import { Skeleton } from "@mantine/core";
import classes from "./LeadPage.module.css";

const ROWS = ["a", "b", "c", "d", "e", "f"];

/** The shape of a lead's page while it is on the way. */
export function LeadSkeleton() {
  return (
    <div className={classes.page} aria-busy="true">
      <Skeleton height={26} width={320} mb={10} />
      <Skeleton height={18} width={220} mb={16} />
      <Skeleton height={36} mb={16} />
      <div className={classes.body}>
        <div className={classes.story}>
          <Skeleton height={56} />
          <Skeleton height={76} />
          {ROWS.map((row) => (
            <Skeleton key={row} height={44} />
          ))}
        </div>
        <div>
          {ROWS.map((row) => (
            <Skeleton key={row} height={26} mb={8} />
          ))}
        </div>
      </div>
    </div>
  );
}
