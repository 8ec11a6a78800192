import { Button, Skeleton } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { QueueItem } from "@/api/types.gen";
import { daysBetween } from "@/lib/days";
import { day, money } from "@/lib/format";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Empty } from "@/ui/Empty";
import { Refused } from "@/ui/Refused";
import { sayRefused } from "@/ui/toasts";
import { useToday } from "@/workspace/today";
import { useBillQuote, useDraftInvoice } from "../drafting.queries";
import { queueQuery } from "../queries";
import classes from "./Finance.module.css";

const words = texts.invoices;
const LONG_WAIT = 14;
const ROWS = ["a", "b", "c", "d", "e"];

/** Everything that waits for an invoice, each with the one act that comes next. */
export function Queue({ mayBill }: { mayBill: boolean }) {
  const query = useInfiniteQuery(queueQuery);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="queue">
      <div className={classes.head}>
        <h2 className={classes.heading} id="queue">
          {words.queue}
        </h2>
        <p className={classes.note}>{words.queueNote}</p>
      </div>
      {query.isPending ? ROWS.map((row) => <Skeleton key={row} height={44} mt={8} />) : null}
      {query.isError ? <Refused refusal={refusalOf(query.error)} /> : null}
      {query.isSuccess && items.length === 0 ? (
        <Empty title={words.queueEmpty}>{words.queueEmptyText}</Empty>
      ) : null}
      <ul className={classes.list}>
        {items.map((item) => (
          <Waiting key={`${item.kind} ${item.id}`} item={item} mayBill={mayBill} />
        ))}
      </ul>
      {query.hasNextPage ? (
        <Button
          variant="subtle"
          mt="sm"
          loading={query.isFetchingNextPage}
          onClick={() => query.fetchNextPage()}
        >
          {texts.ui.more}
        </Button>
      ) : null}
    </section>
  );
}

function Waiting({ item, mayBill }: { item: QueueItem; mayBill: boolean }) {
  const since = item.since.slice(0, 10);
  const days = daysBetween(since, useToday());
  const came =
    item.kind === "quote"
      ? words.acceptedBy(item.signed_by, day(since))
      : words.sentToFinance(day(since));
  const name = item.customer ?? words.noCustomer;
  return (
    <li className={classes.item}>
      <div className={classes.who}>
        {item.quote_id ? (
          <Link className={classes.name} to="/quotes/$id" params={{ id: item.quote_id }}>
            {name}
          </Link>
        ) : (
          <Link className={classes.name} to="/leads/$id" params={{ id: item.lead_id }}>
            {name}
          </Link>
        )}
        <span className={classes.detail}>
          {[item.quote_label, came, item.owner.name].filter(Boolean).join(" · ")}
        </span>
      </div>
      <span className={classes.amount}>
        {money(item.value, item.currency)}
        <span className={classes.unit}>{words.net}</span>
      </span>
      <span className={classes.waits} data-long={days >= LONG_WAIT || undefined}>
        {words.waits(days)}
      </span>
      <span className={classes.act}>{mayBill ? <NextAct item={item} name={name} /> : null}</span>
    </li>
  );
}

function NextAct({ item, name }: { item: QueueItem; name: string }) {
  const navigate = useNavigate();
  const bill = useBillQuote();
  const draft = useDraftInvoice();
  const open = (invoice: { id: string }) =>
    navigate({ to: "/invoices/$id", params: { id: invoice.id } });
  const make = () => {
    if (item.quote_id) return bill.mutate(item.quote_id, { onSuccess: open });
    const onError = (error: unknown) => sayRefused(refusalOf(error));
    draft.mutate({ lead_id: item.lead_id }, { onSuccess: open, onError });
  };
  if (item.next_act === "close_lead") {
    return (
      <Button
        size="xs"
        variant="default"
        aria-label={words.closeLeadOf(name)}
        renderRoot={(props) => <Link to="/leads/$id" params={{ id: item.lead_id }} {...props} />}
      >
        {words.closeLead}
      </Button>
    );
  }
  if (item.next_act === "issue_invoice" && item.invoice_id) {
    const id = item.invoice_id;
    return (
      <Button
        size="xs"
        variant="default"
        aria-label={words.finishDraftOf(name)}
        renderRoot={(props) => <Link to="/invoices/$id" params={{ id }} {...props} />}
      >
        {words.finishDraft}
      </Button>
    );
  }
  return (
    <Button
      size="xs"
      onClick={make}
      loading={bill.isPending || draft.isPending}
      aria-label={words.makeInvoiceFor(name)}
    >
      {words.makeInvoice}
    </Button>
  );
}
