import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { type LeadsSearch, withFilters } from "./search";

const route = getRouteApi("/_app/leads/");

/** The filters in the address, and a way to change some of them. */
export function useLeadsSearch() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const narrow = useCallback(
    (set: Partial<LeadsSearch>) =>
      navigate({ search: (before: LeadsSearch) => withFilters(before, set), replace: true }),
    [navigate],
  );
  const replace = useCallback((next: LeadsSearch) => navigate({ search: next }), [navigate]);
  return { search, narrow, replace };
}
