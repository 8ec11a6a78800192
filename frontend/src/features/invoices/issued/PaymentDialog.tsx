import { Alert, Button, Checkbox, Group, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Invoice } from "@/api/types.gen";
import { money } from "@/lib/format";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { AmountInput } from "@/ui/AmountInput";
import { DayInput } from "@/ui/DayInput";
import { Modal } from "@/ui/Modal";
import { Refused } from "@/ui/Refused";
import { sayDone } from "@/ui/toasts";
import { useToday } from "@/workspace/today";
import { useRecordPayment } from "../settling.queries";

const words = texts.invoices;
const METHODS = Object.entries(words.methods).map(([value, label]) => ({ value, label }));

type Props = { invoice: Invoice; isRefund: boolean; onClose: () => void };

/** Records money that came, in part or whole, or that was given back. */
export function PaymentDialog({ invoice, isRefund, onClose }: Props) {
  const today = useToday();
  const pay = useRecordPayment();
  const { balance, currency } = invoice;
  const open = isRefund ? balance.slice(1) : balance;
  const form = useForm({
    initialValues: {
      amount: open,
      received_on: today,
      method: "bank_transfer",
      reference: "",
      keepsSurplus: false,
    },
  });
  const refusal = pay.isError ? refusalOf(pay.error) : null;
  const isSurplus = refusal?.kind === "payment-exceeds-balance";
  const record = form.onSubmit(({ keepsSurplus, ...values }) =>
    pay.mutate(
      {
        invoiceId: invoice.id,
        ...values,
        reference: values.reference || null,
        ...(isRefund ? { refund: true } : { surplus: keepsSurplus ? "credit" : null }),
      },
      {
        onSuccess: () => {
          sayDone(words.paymentRecorded(money(values.amount, currency)));
          onClose();
        },
        onError: (error) => form.setErrors(refusalOf(error).fields),
      },
    ),
  );
  return (
    <Modal opened onClose={onClose} title={isRefund ? words.recordRefund : words.recordPayment}>
      <form onSubmit={record}>
        <Stack gap="sm">
          <AmountInput
            label={words.amount}
            rightSection={currency}
            rightSectionWidth={52}
            data-autofocus
            required
            {...form.getInputProps("amount")}
            value={form.values.amount}
          />
          <Group grow align="flex-start">
            <DayInput
              label={isRefund ? words.refundedOn : words.receivedOn}
              maxDate={today}
              {...form.getInputProps("received_on")}
              value={form.values.received_on}
            />
            <Select
              label={words.method}
              data={METHODS}
              allowDeselect={false}
              {...form.getInputProps("method")}
            />
          </Group>
          <TextInput
            label={words.reference}
            description={words.referenceHint}
            {...form.getInputProps("reference")}
          />
          {isSurplus ? (
            <Alert color="yellow" variant="outline" role="alert">
              {words.surplusText(money(open, currency))}
              <Checkbox
                mt="xs"
                label={words.surplusKeep}
                {...form.getInputProps("keepsSurplus", { type: "checkbox" })}
              />
            </Alert>
          ) : null}
          {refusal && !isSurplus && Object.keys(refusal.fields).length === 0 ? (
            <Refused refusal={refusal} />
          ) : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.ui.cancel}
            </Button>
            <Button type="submit" loading={pay.isPending} disabled={!form.values.amount}>
              {words.record}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
