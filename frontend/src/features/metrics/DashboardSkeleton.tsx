import { Skeleton } from "@mantine/core";
import { texts } from "@/texts";
import classes from "./metrics.module.css";

/** The shape of the dashboard while its first figures are on the way. */
export function DashboardSkeleton() {
  return (
    <div className={classes.metrics} role="status" aria-busy="true" aria-label={texts.ui.loading}>
      <div className={classes.top}>
        <div>
          <Skeleton height={16} width={240} mb={14} />
          <Skeleton height={46} width={210} mb={16} />
          <Skeleton height={18} mb={14} />
          <Skeleton height={14} width="70%" mb={10} />
          <Skeleton height={14} width="50%" />
        </div>
        <Skeleton height={190} />
      </div>
      <Skeleton height={82} />
      <div className={classes.two}>
        <Skeleton height={216} />
        <Skeleton height={216} />
        <Skeleton height={216} />
        <Skeleton height={216} />
      </div>
    </div>
  );
}
