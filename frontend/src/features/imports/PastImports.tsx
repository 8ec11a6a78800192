import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { instant } from "@/lib/format";
import { texts } from "@/texts";
import classes from "./PastImports.module.css";
import { importsQuery } from "./queries";

/** The imports so far, each leading to its report. */
export function PastImports() {
  const { data } = useQuery(importsQuery);
  if (!data) return null;
  return (
    <section aria-labelledby="past" className={classes.past}>
      <h2 className={classes.title} id="past">
        {texts.imports.past}
      </h2>
      {data.length === 0 ? <p className={classes.soft}>{texts.imports.noPast}</p> : null}
      <ul className={classes.list}>
        {data.map((each) => (
          <li key={each.id}>
            <Link to="/import" search={{ report: each.id }} className={classes.row}>
              <span>{texts.imports.targets[each.target]}</span>
              <span className={classes.soft}>
                {each.by} · {instant(each.created_at)}
              </span>
              <span className={classes.counts}>
                {texts.imports.made(each.created, each.target)}
                {each.failed > 0 ? ` · ${texts.imports.notIn(each.failed)}` : ""}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
