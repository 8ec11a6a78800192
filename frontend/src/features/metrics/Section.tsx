import { type ReactNode, useId } from "react";
import classes from "./metrics.module.css";
import { Term } from "./Term";

type Props = { title: string; definition: string; children: ReactNode };

/** A part of the dashboard under its title, which says what it counts. */
export function Section({ title, definition, children }: Props) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.sectionHead}>
        <h2 id={id}>
          <Term definition={definition}>{title}</Term>
        </h2>
      </div>
      {children}
    </section>
  );
}
