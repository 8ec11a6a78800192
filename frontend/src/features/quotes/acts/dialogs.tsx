import { Checkbox, Textarea, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Quote } from "@/api/types.gen";
import { addDays } from "@/lib/days";
import { day } from "@/lib/format";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { DayInput } from "@/ui/DayInput";
import { sayDone } from "@/ui/toasts";
import { useToday } from "@/workspace/today";
import {
  useAcceptQuote,
  useDeclineQuote,
  useExtendQuote,
  useWithdrawAcceptance,
  useWithdrawQuote,
} from "../acts.queries";
import { useDeleteDraft } from "../drafting.queries";
import { ActDialog } from "./ActDialog";

export type DialogProps = { quote: Quote; onClose: () => void };

const words = texts.quotes;
const A_FORTNIGHT = 14;
const fieldsOf = (error: unknown) => (error ? refusalOf(error).fields : {});

// What both the success of an act and the closing of its dialog come to.
const done = (onClose: () => void, message: string) => ({
  onSuccess: () => {
    onClose();
    sayDone(message);
  },
});

export function AcceptDialog({ quote, onClose }: DialogProps) {
  const accept = useAcceptQuote(quote.id);
  const isExpired = quote.status === "expired";
  const [name, setName] = useState(quote.customer.contact_name ?? quote.customer.name);
  const [how, setHow] = useState("");
  const [late, setLate] = useState(false);
  const fields = fieldsOf(accept.error);
  return (
    <ActDialog
      title={words.acceptTitle(quote.label)}
      text={words.acceptText}
      act={words.statuses.accepted}
      isPending={accept.isPending}
      error={accept.error}
      onAct={() => accept.mutate({ name, how, late }, done(onClose, words.accepted))}
      onClose={onClose}
    >
      <TextInput
        label={words.acceptedBy}
        required
        value={name}
        error={fields.name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={words.acceptedHow}
        placeholder={words.acceptedHowHint}
        required
        data-autofocus
        value={how}
        error={fields.how}
        onChange={(event) => setHow(event.currentTarget.value)}
      />
      {isExpired ? (
        <Checkbox
          label={words.late}
          required
          checked={late}
          onChange={(event) => setLate(event.currentTarget.checked)}
        />
      ) : null}
    </ActDialog>
  );
}

export function DeclineDialog({ quote, onClose }: DialogProps) {
  const decline = useDeclineQuote(quote.id);
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={words.declineTitle(quote.label)}
      text={words.declineText}
      act={words.statuses.declined}
      isPending={decline.isPending}
      error={decline.error}
      onAct={() => decline.mutate(reason, done(onClose, words.declined))}
      onClose={onClose}
    >
      <Textarea
        label={words.reason}
        placeholder={words.reasonHint}
        autosize
        minRows={2}
        data-autofocus
        value={reason}
        error={fieldsOf(decline.error).reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  );
}

export function ExtendDialog({ quote, onClose }: DialogProps) {
  const extend = useExtendQuote(quote.id);
  const today = useToday();
  const earliest = [today, addDays(quote.valid_until, 1)].toSorted().at(-1) ?? today;
  const [until, setUntil] = useState(() =>
    addDays(quote.valid_until > today ? quote.valid_until : today, A_FORTNIGHT),
  );
  return (
    <ActDialog
      title={words.extendTitle(quote.label)}
      text={words.extendText}
      act={words.extend.replace("…", "")}
      isPending={extend.isPending}
      error={extend.error}
      onAct={() => extend.mutate(until, done(onClose, words.extended(day(until))))}
      onClose={onClose}
    >
      <DayInput
        label={words.validUntil}
        value={until}
        minDate={earliest}
        error={fieldsOf(extend.error).valid_until}
        onChange={(chosen) => chosen && setUntil(chosen)}
      />
    </ActDialog>
  );
}

export function WithdrawDialog({ quote, onClose }: DialogProps) {
  const withdraw = useWithdrawQuote(quote.id);
  return (
    <ActDialog
      title={words.withdrawTitle(quote.label)}
      text={words.withdrawText}
      act={words.withdraw.replace("…", "")}
      isDangerous
      isPending={withdraw.isPending}
      error={withdraw.error}
      onAct={() => withdraw.mutate(undefined, done(onClose, words.withdrawn))}
      onClose={onClose}
    />
  );
}

export function WithdrawAcceptanceDialog({ quote, onClose }: DialogProps) {
  const withdraw = useWithdrawAcceptance(quote.id);
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={words.withdrawAcceptanceTitle}
      text={words.withdrawAcceptanceText}
      act={words.withdrawAcceptance.replace("…", "")}
      isPending={withdraw.isPending}
      error={withdraw.error}
      onAct={() => withdraw.mutate(reason, done(onClose, words.acceptanceWithdrawn))}
      onClose={onClose}
    >
      <Textarea
        label={words.reason}
        required
        autosize
        minRows={2}
        data-autofocus
        value={reason}
        error={fieldsOf(withdraw.error).reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  );
}

export function DeleteDialog({ quote, onClose }: DialogProps) {
  const remove = useDeleteDraft(quote);
  const navigate = useNavigate();
  const leave = () => {
    sayDone(words.deleted(quote.label));
    navigate({ to: "/leads/$id", params: { id: quote.lead_id }, ignoreBlocker: true });
  };
  return (
    <ActDialog
      title={words.deleteTitle(quote.label)}
      text={words.deleteText}
      act={words.deleteDraft}
      isDangerous
      isPending={remove.isPending}
      error={remove.error}
      onAct={() => remove.mutate(undefined, { onSuccess: leave })}
      onClose={onClose}
    />
  );
}
