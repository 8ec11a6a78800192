import type { ReactNode } from "react";
import classes from "./Empty.module.css";

type Props = { title: string; children?: ReactNode; act?: ReactNode };

/** Nothing is here yet, and what to do about it. */
export function Empty({ title, children, act }: Props) {
  return (
    <div className={classes.empty}>
      <p className={classes.title}>{title}</p>
      {children ? <p className={classes.text}>{children}</p> : null}
      {act}
    </div>
  );
}
