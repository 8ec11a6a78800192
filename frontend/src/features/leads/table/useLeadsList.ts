import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useMe } from "@/workspace/session";
import { filtersOf, type LeadsSearch } from "../filters/search";
import { forgetNews, showNews, useNews } from "../live";
import { leadsCountQuery, leadsQuery } from "../queries";

/** The leads of an address, as far as they were fetched, with their number on the server. */
export function useLeadsList(search: LeadsSearch) {
  const me = useMe().user.id;
  const filters = useMemo(() => filtersOf(search, me), [search, me]);
  const queries = useQueryClient();
  const { sort: _, ...unsorted } = filters;
  const { data: total } = useQuery({
    ...leadsCountQuery(unsorted),
    placeholderData: (before) => before,
  });
  const list = useInfiniteQuery({ ...leadsQuery(filters), placeholderData: (before) => before });
  const { data, fetchNextPage, isFetchingNextPage, hasNextPage, isPlaceholderData } = list;
  const leads = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const onMore = useCallback(() => {
    if (!isFetchingNextPage) fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is a fresh one
  useEffect(forgetNews, [filters]);
  return {
    leads,
    filters,
    total,
    error: data ? null : list.error,
    retry: list.refetch,
    isPending: list.isPending,
    isStale: isPlaceholderData,
    onMore: hasNextPage && !isPlaceholderData ? onMore : undefined,
    news: useNews(),
    showNews: useCallback(
      () => showNews(queries, leadsQuery(filters).queryKey),
      [queries, filters],
    ),
  };
}

export type LeadsList = ReturnType<typeof useLeadsList>;

/** The tags of the leads that were fetched, the most frequent first; found when asked for. */
export function useKnownTags(leads: LeadsList["leads"]): () => string[] {
  const latest = useRef(leads);
  latest.current = leads;
  return useCallback(() => tagsOf(latest.current), []);
}

function tagsOf(leads: LeadsList["leads"]): string[] {
  const counts = new Map<string, number>();
  for (const { tags } of leads) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([tag]) => tag);
}
