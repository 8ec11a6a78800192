import { Group, Input, TextInput } from "@mantine/core";
import { useState } from "react";
import { texts } from "@/texts";
import { AmountInput } from "@/ui/AmountInput";
import type { LeadsSearch } from "./search";

type Given = { search: LeadsSearch; narrow: (set: Partial<LeadsSearch>) => void };

type Days = Extract<keyof LeadsSearch, `${string}_from` | `${string}_to`>;

type DayProps = Given & { label: string; ends: readonly [Days, Days] };

/**
 * From one day to another, both included; either may stay open. The browser's own fields open at
 * once, and are at home on a phone.
 */
export function DayRange({ label, ends, search, narrow }: DayProps) {
  const words = [texts.leads.from, texts.leads.until];
  return (
    <Input.Wrapper label={label} size="xs" labelElement="div">
      <Group gap={6} grow wrap="nowrap">
        {ends.map((end, at) => (
          <TextInput
            key={end}
            type="date"
            size="xs"
            aria-label={`${label}: ${words[at]}`}
            value={search[end] ?? ""}
            onChange={(event) => narrow({ [end]: event.currentTarget.value || undefined })}
          />
        ))}
      </Group>
    </Input.Wrapper>
  );
}

/** From one value to another; taken over when the field is left or Enter is pressed. */
export function AmountRange({ search, narrow }: Given) {
  return (
    <Input.Wrapper label={texts.leads.fieldNames.value} size="xs" labelElement="div">
      <Group gap={6} grow wrap="nowrap">
        <Amount name="value_min" word={texts.leads.atLeast} {...{ search, narrow }} />
        <Amount name="value_max" word={texts.leads.atMost} {...{ search, narrow }} />
      </Group>
    </Input.Wrapper>
  );
}

type AmountProps = Given & { name: "value_min" | "value_max"; word: string };

function Amount({ name, word, search, narrow }: AmountProps) {
  const [draft, write] = useState(search[name] ?? "");
  const take = () => narrow({ [name]: draft || undefined });
  return (
    <AmountInput
      size="xs"
      aria-label={`${texts.leads.fieldNames.value}: ${word}`}
      placeholder={word}
      value={draft}
      onChange={write}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === "Enter") take();
      }}
    />
  );
}
