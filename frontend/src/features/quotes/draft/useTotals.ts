import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Quote } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { totalsQuery } from "../drafting.queries";
import { complaintsOf } from "./complaints";
import { type Draft, termsOf } from "./draft";

const PAUSE = 250;

/** What the draft comes to, from the server; `stale` while an answer to the last change is due. */
export function useTotals(quote: Quote, draft: Draft) {
  const asked = useMemo(() => JSON.stringify(termsOf(draft)), [draft]);
  const [settled] = useDebouncedValue(asked, PAUSE);
  const { terms, keys } = useMemo<ReturnType<typeof termsOf>>(() => JSON.parse(settled), [settled]);
  const [atFirst] = useState(() => ({ asked, sums: quote, nets: netsOf(draft, quote) }));
  const isUntouched = asked === atFirst.asked;
  const { data, error, isPlaceholderData } = useQuery({
    ...totalsQuery(terms, keys),
    enabled: settled !== atFirst.asked,
  });
  const fields = error ? refusalOf(error).fields : {};
  const nets = useMemo(
    () => new Map(data?.keys.map((key, at) => [key, data.sums.lines[at]?.net ?? ""])),
    [data],
  );
  if (isUntouched || !data) {
    return { sums: atFirst.sums, nets: atFirst.nets, stale: !isUntouched, ...complaints() };
  }
  const stale = asked !== settled || isPlaceholderData || error !== null;
  return { sums: data.sums, nets, stale, ...complaints() };

  function complaints() {
    const isAnswered = asked === settled;
    return {
      complaints: complaintsOf(isAnswered ? fields : {}, keys),
      discountComplaint: isAnswered
        ? (fields.discount_percent ?? fields.discount_amount)
        : undefined,
    };
  }
}

function netsOf(draft: Draft, quote: Quote): Map<string, string> {
  return new Map(quote.lines.map((line, at) => [draft.rows[at]?.key ?? line.id, line.net]));
}
