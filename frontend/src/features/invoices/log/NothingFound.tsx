import { Button, Group } from "@mantine/core";
import { day } from "@/lib/format";
import { texts } from "@/texts";
import { Empty } from "@/ui/Empty";
import { FILTERS, type FilterName, type LogSearch } from "./search";

const words = texts.invoices;

type Props = { search: LogSearch; onChange: (change: Partial<LogSearch>) => void };

/** Nothing matches: each filter in force can be dropped from here. */
export function NothingFound({ search, onChange }: Props) {
  const inForce = FILTERS.filter((name) => search[name]);
  return (
    <Empty
      title={words.noneFound}
      act={
        <Group gap="xs" justify="center">
          {inForce.map((name) => (
            <Button
              key={name}
              size="xs"
              variant="default"
              onClick={() => onChange({ [name]: undefined })}
            >
              {words.dropFilter(shown(name, search))}
            </Button>
          ))}
        </Group>
      }
    >
      {words.noneFoundText}
    </Empty>
  );
}

const LABELS = { issued: words.filterIssued, due: words.filterDue, paid: words.filterPaid };

function shown(name: FilterName, search: LogSearch): string {
  const value = search[name] ?? "";
  if (name === "status" && search.status) return words.status[search.status];
  if (name === "customer") return words.filterCompany;
  if (name === "owner") return words.filterOwner;
  if (name === "q") return value;
  const [which, end] = name.split("_");
  const label = LABELS[which as keyof typeof LABELS];
  return `${label} ${(end === "from" ? words.exportFrom : words.exportTo).toLowerCase()} ${day(value)}`;
}
