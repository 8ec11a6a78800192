import type { ReactNode } from "react";
import classes from "./Page.module.css";

type Props = {
  title: ReactNode;
  /** How much there is, said beside the title. */
  count?: string | null;
  /** What can be done with the page as a whole, at the right of its title. */
  acts?: ReactNode;
  /** The page is as high as the screen, and what is in it scrolls. */
  fills?: boolean;
  children: ReactNode;
};

/** A page's title, its acts, and its content. */
export function Page({ title, count, acts, fills, children }: Props) {
  return (
    <div className={classes.page} data-fills={fills || undefined}>
      <header className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        {count === undefined ? null : (
          <p className={classes.count} role="status">
            {count}
          </p>
        )}
        <div className={classes.acts}>{acts}</div>
      </header>
      {children}
    </div>
  );
}
