import type { ReactNode } from "react";
import classes from "./Alone.module.css";
import { Mark } from "./Mark";

type Props = { title: string; children: ReactNode };

/** A page with one thing to do, without the app around it. */
export function Alone({ title, children }: Props) {
  return (
    <main className={classes.frame}>
      <div className={classes.card}>
        <Mark size={36} />
        <h1 className={classes.title}>{title}</h1>
        {children}
      </div>
    </main>
  );
}
