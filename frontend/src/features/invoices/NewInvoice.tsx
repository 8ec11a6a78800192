import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { InvoiceDraft } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { IconPlus } from "@/ui/icons";
import { useShortcuts } from "@/ui/keys";
import { Modal } from "@/ui/Modal";
import { Refused } from "@/ui/Refused";
import { CompanySelect } from "./CompanySelect";
import { useDraftInvoice } from "./drafting.queries";

const words = texts.invoices;

/** Starts an invoice without a quote: for a company that is known, or a customer by name. */
export function NewInvoice() {
  const [opened, open] = useState(false);
  useShortcuts(words.title, [{ keys: "n", says: words.keyNew, act: () => open(true) }]);
  return (
    <>
      <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => open(true)}>
        {words.newInvoice}
      </Button>
      <Modal opened={opened} onClose={() => open(false)} title={words.newTitle}>
        <Beginning />
      </Modal>
    </>
  );
}

function Beginning() {
  const [company, setCompany] = useState<string | null>(null);
  const [name, setName] = useState("");
  const draft = useDraftInvoice();
  const navigate = useNavigate();
  const start = (event: FormEvent) => {
    event.preventDefault();
    const body: InvoiceDraft = company ? { company_id: company } : { customer: { name } };
    draft.mutate(body, {
      onSuccess: ({ id }) => navigate({ to: "/invoices/$id", params: { id } }),
    });
  };
  return (
    <form onSubmit={start}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.newNote}
        </Text>
        <CompanySelect value={company} onChange={setCompany} label={words.company} autoFocus />
        <TextInput
          label={words.orName}
          value={name}
          disabled={company !== null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {draft.isError ? <Refused refusal={refusalOf(draft.error)} /> : null}
        <Button type="submit" loading={draft.isPending} disabled={!company && !name.trim()}>
          {words.start}
        </Button>
      </Stack>
    </form>
  );
}
