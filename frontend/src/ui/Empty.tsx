import type { ReactNode } from "react";
import classes from "./Empty.module.css";

type Props = {
  title: string;
  children?: ReactNode;
  act?: ReactNode /** It stands in the place of a whole page. */;
  isPage?: boolean;
};

/** Nothing is here yet, and what to do about it. */
export function Empty({ title, children, act, isPage }: Props) {
  const Title = isPage ? "h1" : "p";
  return (
    <div className={classes.empty}>
      <Title className={classes.title}>{title}</Title>
      {children ? <p className={classes.text}>{children}</p> : null}
      {act}
    </div>
  );
}
