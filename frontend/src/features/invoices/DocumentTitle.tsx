import type { ReactNode } from "react";
import classes from "./DocumentTitle.module.css";

type Props = { name: string; customer: string; children?: ReactNode };

/** A document by its number, its customer, and how far it came; long names give way. */
export function DocumentTitle({ name, customer, children }: Props) {
  return (
    <span className={classes.title}>
      <span>{name}</span>
      <span className={classes.whose} title={customer} dir="auto">
        {customer}
      </span>
      {children}
    </span>
  );
}
