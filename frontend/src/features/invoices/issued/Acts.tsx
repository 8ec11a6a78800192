import { Button, Menu } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Invoice } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { keepFile } from "@/ui/document/keep";
import { IconDots, IconDownload, IconSend } from "@/ui/icons";
import { useShortcuts } from "@/ui/keys";
import { sayRefused } from "@/ui/toasts";
import { invoicePdfQuery } from "../queries";
import { RoundButton } from "../RoundButton";
import { CreditDialog } from "./CreditDialog";
import { SendInvoice } from "./SendInvoice";

const words = texts.invoices;

/** What can be done with an issued invoice as a whole. */
export function Acts({ invoice }: { invoice: Invoice }) {
  const [doing, begin] = useState<"send" | "credit" | null>(null);
  const end = () => begin(null);
  const download = useDownload(invoice);
  const isOut = invoice.sent_at !== null;
  useShortcuts(words.keys, [{ keys: "s", says: words.keySend, act: () => begin("send") }]);
  return (
    <>
      <Button
        size="xs"
        variant={isOut ? "default" : "filled"}
        leftSection={<IconSend size={15} aria-hidden />}
        onClick={() => begin("send")}
      >
        {isOut ? words.sendAgain : words.send}
      </Button>
      <RoundButton label={words.download} icon={IconDownload} onClick={download} />
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <RoundButton label={words.moreActs} icon={IconDots} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={invoice.status === "credited"} onClick={() => begin("credit")}>
            {words.credit}…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {doing === "send" ? <SendInvoice invoice={invoice} onClose={end} /> : null}
      {doing === "credit" ? <CreditDialog invoice={invoice} onClose={end} /> : null}
    </>
  );
}

function useDownload(invoice: Invoice) {
  const queries = useQueryClient();
  return () =>
    queries
      .fetchQuery(invoicePdfQuery(invoice.id, 0))
      .then((file) => keepFile(file as Blob, invoice.document?.name ?? `${invoice.number}.pdf`))
      .catch((error) => sayRefused(refusalOf(error)));
}
