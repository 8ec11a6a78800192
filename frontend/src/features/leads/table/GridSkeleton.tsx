import { texts } from "@/texts";
import classes from "./skeleton.module.css";

const ROWS = Array.from({ length: 18 }, (_, at) => `row ${at}`);

/** The shape of the table while its first leads are on the way. */
export function GridSkeleton() {
  return (
    <div className={classes.rows} aria-busy="true" role="status" aria-label={texts.ui.loading}>
      {ROWS.map((row) => (
        <div key={row} className={classes.row} />
      ))}
    </div>
  );
}
