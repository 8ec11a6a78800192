import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EventLine, type News } from "./events";

class Source extends EventTarget {
  static CLOSED = 2;
  static all: Source[] = [];
  readyState = 1;
  constructor(readonly url: string) {
    super();
    Source.all.push(this);
  }
  close() {
    this.readyState = Source.CLOSED;
  }
  says(kind: string, data: unknown, place: string) {
    this.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify(data), lastEventId: place }));
  }
}

const change = (id: string) => ({ noun: "lead", id, version: 2, lead_id: id });
const newest = () => Source.all.at(-1) as Source;
let told: News[];
let line: EventLine;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", Source);
  Source.all = [];
  told = [];
  line = new EventLine((news) => told.push(news));
  line.open();
  newest().dispatchEvent(new Event("open"));
});

afterEach(() => {
  line.end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("changes that come together are told together", () => {
  for (const id of ["a", "b", "c"]) newest().says("change", change(id), "7");
  expect(told).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(told).toEqual([{ changes: ["a", "b", "c"].map(change), missed: false }]);
});

test("a change that comes while others keep coming is told within a second", () => {
  for (let tenth = 0; tenth < 20; tenth++) {
    newest().says("change", change(String(tenth)), String(tenth));
    vi.advanceTimersByTime(100);
  }
  expect(told.length).toBeGreaterThanOrEqual(2);
  expect(told.length).toBeLessThanOrEqual(4);
});

test("after a pause it goes on where it ended", () => {
  newest().says("change", change("a"), "41");
  line.close();
  line.open();
  expect(newest().url).toMatch(/last_event_id=41$/);
  newest().dispatchEvent(new Event("open"));
  vi.advanceTimersByTime(1000);
  expect(told.map((news) => news.missed)).toEqual([false]);
});

test("after a pause without a place to go on from, everything may have changed", () => {
  line.close();
  line.open();
  newest().dispatchEvent(new Event("open"));
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([{ changes: [], missed: true }]);
});

test("a reset says that more happened than is told", () => {
  newest().says("reset", {}, "90");
  vi.advanceTimersByTime(200);
  expect(told).toEqual([{ changes: [], missed: true }]);
});

test("a refusal is tried again later and later, a broken line is left to the browser", () => {
  newest().dispatchEvent(new Event("error"));
  vi.advanceTimersByTime(60_000);
  expect(Source.all.length).toBe(1);
  for (const wait of [1_000, 2_000, 4_000]) {
    const before = Source.all.length;
    newest().readyState = Source.CLOSED;
    newest().dispatchEvent(new Event("error"));
    vi.advanceTimersByTime(wait - 1);
    expect(Source.all.length).toBe(before);
    vi.advanceTimersByTime(1);
    expect(Source.all.length).toBe(before + 1);
  }
});
