import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { roundMoney } from "@/lib/format";
import { texts } from "@/texts";
import { IconList } from "@/ui/icons";
import { Page } from "@/ui/Page";
import { useToday } from "@/workspace/today";
import { boardSumsQuery } from "../board.queries";
import { Board } from "./Board";
import classes from "./BoardPage.module.css";
import { Filters } from "./Filters";

/** The pipeline as columns of cards: who stands where, what it is worth, and what is overdue. */
export function BoardPage() {
  const filters = useSearch({ from: "/_app/board" });
  const since = monthOf(useToday());
  const { data: sums } = useQuery(boardSumsQuery(filters, since));
  return (
    <Page
      title={texts.board.title}
      count={sums ? texts.board.open(sums.leads, roundMoney(sums.value, sums.currency)) : ""}
      acts={
        <>
          <Filters filters={filters} />
          <Link className={classes.table} to="/leads" search={filters}>
            <IconList size={16} aria-hidden />
            <span className={classes.words}>{texts.board.asTable}</span>
          </Link>
        </>
      }
    >
      <Board filters={filters} since={since} sums={sums} />
    </Page>
  );
}

const monthOf = (day: string) => `${day.slice(0, 8)}01`;
