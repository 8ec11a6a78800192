import { Skeleton } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { InvoiceHeap } from "@/api/types.gen";
import { money } from "@/lib/format";
import { texts } from "@/texts";
import { figuresQuery, queueQuery } from "../queries";
import classes from "./Figures.module.css";

const words = texts.invoices;

/** How the books stand, as the server counts and adds it up; each figure leads to its list. */
export function Figures() {
  const { data } = useQuery(figuresQuery);
  const { data: queue } = useInfiniteQuery(queueQuery);
  const waiting = queue?.pages[0]?.total;
  return (
    <section className={classes.strip} aria-label={words.figures}>
      <div className={classes.figure}>
        <span className={classes.label}>{words.figureQueue}</span>
        <span className={classes.value}>
          {waiting === undefined ? <Loading /> : words.itemsCounted(waiting ?? 0)}
        </span>
      </div>
      <Figure label={words.figureDrafts} status="draft" heap={data?.drafts} in_={data?.currency} />
      <Figure label={words.figureOpen} heap={data?.open} in_={data?.currency} />
      <Figure
        label={words.figureOverdue}
        status="overdue"
        heap={data?.overdue}
        in_={data?.currency}
      />
    </section>
  );
}

type Props = {
  label: string;
  status?: "draft" | "overdue";
  heap: InvoiceHeap | undefined;
  in_: string | undefined;
};

function Figure({ label, status, heap, in_ }: Props) {
  const late = status === "overdue" && heap !== undefined && heap.invoices > 0;
  return (
    <Link
      to="/invoices"
      search={status ? { status } : { sort: "due_on" }}
      className={classes.figure}
      data-late={late || undefined}
    >
      <span className={classes.label}>{label}</span>
      <span className={classes.value}>{heap && in_ ? money(heap.balance, in_) : <Loading />}</span>
      <span className={classes.count}>
        {heap ? words.invoicesCounted(heap.invoices) : <Loading />}
      </span>
    </Link>
  );
}

function Loading() {
  return <Skeleton component="span" display="inline-block" height={14} width={90} />;
}
