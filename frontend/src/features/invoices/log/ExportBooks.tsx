import { Button, Group, SegmentedControl, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { month } from "@/lib/format";
import { texts } from "@/texts";
import { DayInput } from "@/ui/DayInput";
import { IconDownload } from "@/ui/icons";
import { Modal } from "@/ui/Modal";
import { useToday } from "@/workspace/today";
import { type Books, useExportBooks } from "../queries";

const words = texts.invoices;
const MONTHS_BACK = 24;

/** The books of a month, or of some days, as a CSV file. */
export function ExportBooks() {
  const [opened, open] = useState(false);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconDownload size={15} aria-hidden />}
        onClick={() => open(true)}
      >
        {words.export}
      </Button>
      <Modal opened={opened} onClose={() => open(false)} title={words.exportTitle}>
        <Period onDone={() => open(false)} />
      </Modal>
    </>
  );
}

function Period({ onDone }: { onDone: () => void }) {
  const today = useToday();
  const months = monthsUpTo(today);
  const [by, setBy] = useState("month");
  const [part, setPart] = useState<Books["part"]>("documents");
  const [chosen, setChosen] = useState(months[1] ?? today.slice(0, 7));
  const [from, setFrom] = useState<string | null>(`${today.slice(0, 7)}-01`);
  const [to, setTo] = useState<string | null>(today);
  const fetch = useExportBooks();
  const download = () => {
    const period = by === "month" ? { from: chosen, to: chosen } : { from, to };
    if (period.from && period.to) {
      fetch.mutate({ from: period.from, to: period.to, part }, { onSuccess: onDone });
    }
  };
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {words.exportNote}
      </Text>
      <SegmentedControl
        aria-label={words.exportWhat}
        value={part}
        onChange={(value) => setPart(value as Books["part"])}
        data={[
          { value: "documents", label: words.exportDocuments },
          { value: "payments", label: words.exportPayments },
        ]}
      />
      <SegmentedControl
        aria-label={words.exportMonth}
        value={by}
        onChange={setBy}
        data={[
          { value: "month", label: words.exportMonth },
          { value: "range", label: words.exportRange },
        ]}
      />
      {by === "month" ? (
        <Select
          label={words.exportMonth}
          data={months.map((value) => ({ value, label: month(value) }))}
          value={chosen}
          onChange={(value) => value && setChosen(value)}
          allowDeselect={false}
        />
      ) : (
        <Group grow>
          <DayInput
            label={words.exportFrom}
            value={from}
            onChange={setFrom}
            maxDate={to ?? undefined}
          />
          <DayInput
            label={words.exportTo}
            value={to}
            onChange={setTo}
            minDate={from ?? undefined}
          />
        </Group>
      )}
      <Button
        onClick={download}
        loading={fetch.isPending}
        disabled={by === "range" && !(from && to)}
        data-autofocus
      >
        {words.exportDownload}
      </Button>
    </Stack>
  );
}

/** The present month and those before it, the latest first. */
function monthsUpTo(today: string): string[] {
  const year = Number(today.slice(0, 4));
  const present = Number(today.slice(5, 7));
  return Array.from({ length: MONTHS_BACK }, (_, back) => {
    const at = new Date(Date.UTC(year, present - 1 - back, 1));
    return at.toISOString().slice(0, 7);
  });
}
