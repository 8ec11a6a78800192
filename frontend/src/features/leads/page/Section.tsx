import type { ReactNode } from "react";
import { count as counted } from "@/lib/format";
import classes from "./Section.module.css";

type Props = { title: string; count?: number; acts?: ReactNode; children: ReactNode };

/** A part of a lead's page under its own heading. */
export function Section({ title, count, acts, children }: Props) {
  return (
    <section className={classes.section} aria-label={title}>
      <header className={classes.head}>
        <h2 className={classes.title}>
          {title}
          {count === undefined ? null : <span className={classes.count}>{counted(count)}</span>}
        </h2>
        {acts}
      </header>
      {children}
    </section>
  );
}
