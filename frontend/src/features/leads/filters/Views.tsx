import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { texts } from "@/texts";
import { useToday } from "@/workspace/today";
import classes from "./filters.module.css";
import type { LeadsSearch } from "./search";
import { isView, views } from "./views";

/** The ready views as tabs; each is an address. */
export const Views = memo(function Views({ search }: { search: LeadsSearch }) {
  return (
    <nav className={classes.views} aria-label={texts.leads.views}>
      {views(useToday()).map((view) => (
        <Link
          key={view.label}
          to="/leads"
          search={view.search}
          className={classes.view}
          activeProps={{}}
          aria-current={isView(search, view) ? "page" : undefined}
          data-current={isView(search, view) || undefined}
        >
          {view.label}
        </Link>
      ))}
    </nav>
  );
});
