import { describe, expect, it } from "vitest";
import { activeFilters, filtersOf, leadsSearch, withFilters } from "./search";

const ADA = "01a208f2-9b53-76af-b111-44dc7abd1e09";

describe("the address of the list of leads", () => {
  it("keeps what the list understands", () => {
    const search = { stage: "qualified", owner: ADA, value_min: "1000", sort: "-value" };
    expect(leadsSearch(search)).toEqual(search);
  });

  it("drops what it cannot mean", () => {
    const bad = {
      owner: "somebody",
      follow_up: "soon",
      sort: "colour",
      created_from: "2026-02-31",
      closed_to: "yesterday",
      value_max: "-3",
      archived: "no",
      undated: 1,
      unknown: 1,
    };
    expect(leadsSearch(bad)).toEqual({});
  });

  it("reads numbers as the text that was typed", () => {
    expect(leadsSearch({ q: 2026, value_min: 1000.5 })).toEqual({ q: "2026", value_min: "1000.5" });
  });

  it("means whoever reads it by me", () => {
    expect(filtersOf({ owner: "me", outcome: "open" }, ADA)).toEqual({
      owner: ADA,
      outcome: "open",
    });
  });

  it("names the filters that are set, and loses one that is taken away", () => {
    const search = leadsSearch({ stage: "won", tag: "tender", sort: "title" });
    expect(activeFilters(search)).toEqual(["stage", "tag"]);
    expect(withFilters(search, { stage: undefined })).toEqual({ tag: "tender", sort: "title" });
  });
});
