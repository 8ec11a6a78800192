import { useEffect, useRef } from "react";
import type { Change } from "@/api/types.gen";

const FEED = "/api/v1/events";
/** Changes of one act come together; they are told together. */
const GATHER = 200;
/** In busy times what is refreshed gets the time to arrive before it is refreshed again. */
const BREATH = 900;
const FIRST_DELAY = 1_000;
const LONGEST_DELAY = 60_000;

/** What happened since the last time; where `missed`, more happened than is told. */
export type News = { changes: Change[]; missed: boolean };

/**
 * Tells what colleagues change while somebody looks: signed in, with the page in sight.
 *
 * One stream for the whole app. It ends when the page is hidden and goes on where it ended when it
 * is seen again, so that nothing is missed.
 */
export function useLiveEvents(onNews: (news: News) => void) {
  const tell = useRef(onNews);
  tell.current = onNews;
  useEffect(() => {
    const line = new EventLine((news) => tell.current(news));
    const follow = () => (document.visibilityState === "visible" ? line.open() : line.close());
    document.addEventListener("visibilitychange", follow);
    follow();
    return () => {
      document.removeEventListener("visibilitychange", follow);
      line.end();
    };
  }, []);
}

/** The line to the server: opened, closed and opened again without losing its place. */
export class EventLine {
  private source: EventSource | null = null;
  private place: string | null = null;
  private hasListened = false;
  private gathered: Change[] = [];
  private missed = false;
  private telling: number | undefined;
  private lastTold = Number.NEGATIVE_INFINITY;
  private retrying: number | undefined;
  private delay = FIRST_DELAY;

  constructor(private readonly onNews: (news: News) => void) {}

  /** Listens from where it ended, or from now. */
  open() {
    if (this.source !== null) return;
    window.clearTimeout(this.retrying);
    const place = this.place === null ? "" : `?last_event_id=${this.place}`;
    const source = new EventSource(`${FEED}${place}`);
    this.source = source;
    source.addEventListener("open", () => this.opened());
    source.addEventListener("change", (event) => this.heard(event));
    source.addEventListener("reset", (event) => this.lost(event));
    source.addEventListener("error", () => this.failed(source));
  }

  /** Stops listening, to go on later. */
  close() {
    window.clearTimeout(this.retrying);
    this.source?.close();
    this.source = null;
  }

  /** Stops for good; what was gathered is no longer told. */
  end() {
    this.close();
    window.clearTimeout(this.telling);
  }

  private opened() {
    this.delay = FIRST_DELAY;
    // Opened anew without a place to go on from: whatever happened meanwhile was not heard.
    if (this.hasListened && this.place === null) this.gather(true);
    this.hasListened = true;
  }

  private heard(event: MessageEvent<string>) {
    this.place = event.lastEventId;
    this.gathered.push(JSON.parse(event.data));
    this.gather(false);
  }

  private lost(event: MessageEvent<string>) {
    this.place = event.lastEventId;
    this.gather(true);
  }

  private failed(source: EventSource) {
    // The browser comes back by itself after a broken line, not after a refusal.
    if (source.readyState !== EventSource.CLOSED || this.source !== source) return;
    this.close();
    this.retrying = window.setTimeout(() => this.open(), this.delay);
    this.delay = Math.min(this.delay * 2, LONGEST_DELAY);
  }

  private gather(missed: boolean) {
    this.missed ||= missed;
    if (this.telling !== undefined) return;
    const sinceTold = performance.now() - this.lastTold;
    this.telling = window.setTimeout(() => this.tell(), Math.max(GATHER, BREATH - sinceTold));
  }

  private tell() {
    const news = { changes: this.gathered, missed: this.missed };
    this.telling = undefined;
    this.lastTold = performance.now();
    this.gathered = [];
    this.missed = false;
    this.onNews(news);
  }
}
