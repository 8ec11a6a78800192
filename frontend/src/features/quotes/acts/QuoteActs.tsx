import { ActionIcon, Button, Menu } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { memo, useState } from "react";
import type { Quote, QuoteAct } from "@/api/types.gen";
import { texts } from "@/texts";
import { IconDots, IconEye, IconSend } from "@/ui/icons";
import { useShortcuts } from "@/ui/keys";
import { sayDone } from "@/ui/toasts";
import { useInvoiceQuote, useReviseQuote } from "../acts.queries";
import { pdfAddress } from "../Preview";
import {
  AcceptDialog,
  DeclineDialog,
  DeleteDialog,
  ExtendDialog,
  WithdrawAcceptanceDialog,
  WithdrawDialog,
} from "./dialogs";
import { SendQuote } from "./SendQuote";

type Props = {
  quote: Quote;
  /** Saves a draft before it is sent or shown; false where that did not work. */
  save?: () => Promise<boolean>;
  isPreviewed: boolean;
  onPreview: () => void;
};

const words = texts.quotes;

// What is asked for most comes first; the rest is in the menu.
const FIRST: readonly QuoteAct[] = ["send", "invoice", "extend", "accept", "revise"];
const NAMES: Record<Exclude<QuoteAct, "change">, string> = {
  send: words.send,
  invoice: words.invoice,
  accept: words.accept,
  decline: words.decline,
  resend: words.resend,
  revise: words.revise,
  extend: words.extend,
  withdraw: words.withdraw,
  withdraw_acceptance: words.withdrawAcceptance,
  delete: words.deleteDraft,
};
const ORDER = Object.keys(NAMES) as (keyof typeof NAMES)[];
const DIALOGS = {
  send: SendQuote,
  resend: SendQuote,
  accept: AcceptDialog,
  decline: DeclineDialog,
  extend: ExtendDialog,
  withdraw: WithdrawDialog,
  withdraw_acceptance: WithdrawAcceptanceDialog,
  delete: DeleteDialog,
} as const;

/** What may be done with a quote, as the server says: the usual act as a button, others in a menu. */
export const QuoteActs = memo(function QuoteActs({ quote, save, isPreviewed, onPreview }: Props) {
  const { begin, dialog, isBusy } = useActs(quote, save);
  const first = firstOf(quote);
  const others = ORDER.filter((act) => quote.acts.includes(act) && act !== first);
  useShortcuts(words.quote, [
    { keys: "p", says: words.preview, act: onPreview },
    ...(quote.acts.includes("send")
      ? [{ keys: "mod+Enter", says: words.send, act: () => (dialog ? undefined : begin("send")) }]
      : []),
  ]);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconEye size={15} aria-hidden />}
        aria-pressed={isPreviewed}
        onClick={onPreview}
      >
        {words.preview}
      </Button>
      <Menu position="bottom-end" width={230} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={words.more}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {others.map((act) => (
            <Menu.Item
              key={act}
              color={act === "delete" || act === "withdraw" ? "red" : undefined}
              onClick={() => begin(act)}
            >
              {NAMES[act]}
            </Menu.Item>
          ))}
          {others.length > 0 ? <Menu.Divider /> : null}
          <Menu.Item component="a" href={pdfAddress(quote)} download={`${quote.label}.pdf`}>
            {words.download}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {first ? (
        <Button
          size="xs"
          loading={isBusy}
          leftSection={first === "send" ? <IconSend size={15} aria-hidden /> : null}
          onClick={() => begin(first)}
        >
          {NAMES[first]}
        </Button>
      ) : null}
      {dialog}
    </>
  );
});

function firstOf(quote: Quote): keyof typeof NAMES | undefined {
  const wanted: readonly QuoteAct[] = quote.status === "sent" ? ["accept"] : FIRST;
  const found = wanted.find((act) => quote.acts.includes(act));
  return found === "change" ? undefined : found;
}

function useActs(quote: Quote, save: Props["save"]) {
  const [opened, open] = useState<keyof typeof DIALOGS | null>(null);
  const [isSaving, setSaving] = useState(false);
  const navigate = useNavigate();
  const revise = useReviseQuote(quote.id);
  const invoice = useInvoiceQuote(quote.id);
  const start = async (act: keyof typeof DIALOGS) => {
    setSaving(true);
    const isSaved = act === "delete" || !save || (await save());
    setSaving(false);
    if (isSaved) open(act);
  };
  const begin = (act: keyof typeof NAMES) => {
    if (act === "revise") {
      return revise.mutate(undefined, {
        onSuccess: (draft) => {
          sayDone(words.revising(draft.label));
          navigate({ to: "/quotes/$id", params: { id: draft.id } });
        },
      });
    }
    if (act === "invoice") {
      return invoice.mutate(undefined, {
        onSuccess: ({ invoice: made, isNew }) => {
          if (!isNew) sayDone(words.invoicedAlready);
          navigate({ to: "/invoices/$id", params: { id: made.id } });
        },
      });
    }
    return start(act);
  };
  const Dialog = opened ? DIALOGS[opened] : null;
  return {
    begin,
    isBusy: isSaving || revise.isPending || invoice.isPending,
    dialog: Dialog ? <Dialog quote={quote} onClose={() => open(null)} /> : null,
  };
}
