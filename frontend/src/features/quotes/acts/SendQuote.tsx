import { Alert, Anchor, Button, Checkbox, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PlannedSending, Quote } from "@/api/types.gen";
import { money } from "@/lib/format";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { DayInput } from "@/ui/DayInput";
import { type Letter, SendDialog } from "@/ui/document/SendDialog";
import { sayDone, sayRefused } from "@/ui/toasts";
import { useToday } from "@/workspace/today";
import { useResendQuote, useSendQuote } from "../acts.queries";
import { pdfAddress } from "../Preview";
import { sendingQuery } from "../queries";
import classes from "./SendQuote.module.css";

type Props = { quote: Quote; onClose: () => void };

const words = texts.quotes;

/** Sends a draft, or the same bytes again, with the words that the server would use. */
export function SendQuote({ quote, onClose }: Props) {
  const { data: plan, error } = useQuery(sendingQuery(quote.id, quote.version));
  if (error) {
    sayRefused(refusalOf(error));
    onClose();
  }
  if (!plan) return null;
  return quote.status === "draft" ? (
    <First quote={quote} plan={plan} onClose={onClose} />
  ) : (
    <Again quote={quote} plan={plan} onClose={onClose} />
  );
}

type Planned = Props & { plan: PlannedSending };

function First({ quote, plan, onClose }: Planned) {
  const send = useSendQuote(quote.id);
  const today = useToday();
  const [followUp, setFollowUp] = useState(plan.next_follow_up_on);
  const [update, setUpdate] = useState(true);
  const onLead = {
    update_value: update,
    ...(followUp === plan.next_follow_up_on ? {} : { next_follow_up_on: followUp }),
  };
  const handOver = () =>
    send.mutate(
      { via: "elsewhere", ...onLead },
      { onSuccess: () => finish(words.handedOver(quote.label), onClose) },
    );
  return (
    <SendDialog
      title={words.sendTitle(quote.label)}
      {...shared(quote, plan, onClose)}
      onSend={(letter) =>
        send.mutate(
          { ...letter, ...onLead },
          { onSuccess: () => finish(saidOf(quote, plan), onClose) },
        )
      }
      isSending={send.isPending}
      refusal={send.error ? refusalOf(send.error) : null}
      instead={
        <Button variant="subtle" onClick={handOver} disabled={send.isPending}>
          {words.elsewhere}
        </Button>
      }
    >
      <Ending plan={plan} />
      <div className={classes.lead}>
        <DayInput
          label={words.followUp}
          value={followUp}
          minDate={today}
          onChange={setFollowUp}
          className={classes.day}
        />
        <Checkbox
          label={words.updateValue(money(quote.net_total, quote.currency))}
          checked={update}
          onChange={(event) => setUpdate(event.currentTarget.checked)}
        />
      </div>
    </SendDialog>
  );
}

function Again({ quote, plan, onClose }: Planned) {
  const resend = useResendQuote(quote.id);
  return (
    <SendDialog
      title={words.resendTitle(quote.label)}
      {...shared(quote, plan, onClose)}
      onSend={(letter) =>
        resend.mutate(letter, { onSuccess: () => finish(saidOf(quote, plan), onClose) })
      }
      isSending={resend.isPending}
      refusal={resend.error ? refusalOf(resend.error) : null}
    >
      <Ending plan={plan} />
    </SendDialog>
  );
}

function shared(quote: Quote, plan: PlannedSending, onClose: () => void) {
  const start: Letter = { to: plan.to, cc: [], subject: plan.subject, message: plan.message };
  const open = () => window.open(pdfAddress(quote), "_blank", "noopener");
  return { start, attachment: { name: plan.attachment, open }, onClose };
}

const saidOf = (quote: Quote, plan: PlannedSending) =>
  plan.delivers ? words.sent(quote.label) : words.kept(quote.label);

function finish(message: string, onClose: () => void) {
  onClose();
  sayDone(message);
}

/** What the mail says below one's own words, from whom it comes, and whether it leaves at all. */
function Ending({ plan }: { plan: PlannedSending }) {
  return (
    <>
      <Text size="xs" c="var(--ink-soft)">
        {words.mailEnds} “{plan.closing.join(", ")}”. {words.from(plan.sender, plan.reply_to)}
      </Text>
      {plan.delivers ? null : (
        <Alert color="yellow" variant="outline" p="xs">
          {words.keptInstead}{" "}
          <Anchor href="/settings/mail" inherit underline="always">
            {texts.app.settings}
          </Anchor>
        </Alert>
      )}
    </>
  );
}
