import { type CDPSession, expect, type Page, type Request } from "@playwright/test";

/** The longest that an interaction may take until the next paint, in milliseconds. */
export const LIMIT = 200;
const SLOWDOWN = 4;
/** Event Timing tells of nothing shorter than this, in milliseconds. */
const SHORTEST = 16;

type Measured = { durations: number[]; work: number[] };

/** Measures interactions on a page as the browser reports them to any page: input to next paint. */
export class Interactions {
  private readonly found = new Map<string, Measured>();
  private readonly asked = new Set<Request>();

  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {
    page.on("request", (request) => {
      if (!request.url().includes("/events")) this.asked.add(request);
    });
    page.on("requestfinished", (request) => this.asked.delete(request));
    page.on("requestfailed", (request) => this.asked.delete(request));
  }

  /** Begins to measure a page, its processor slowed down. */
  static async of(page: Page): Promise<Interactions> {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
    await page.evaluate(observe, SHORTEST);
    return new Interactions(page, session);
  }

  /** Does something under a name and notes how long each interaction within it took to be seen. */
  async measure(name: string, act: () => Promise<unknown>) {
    await this.settled();
    await this.page.evaluate(taken);
    const before = await this.work();
    await act();
    await this.settled();
    const measured = this.found.get(name) ?? { durations: [], work: [] };
    measured.work.push((await this.work()) - before);
    measured.durations.push(...(await this.page.evaluate(taken)));
    this.found.set(name, measured);
  }

  /** The middle and the worst of each kind, and the one that stands for the page. */
  report(): string {
    const lines = [...this.found].map(([name, { durations, work }]) =>
      [
        name.padEnd(44),
        ...[durations.length, middle(durations), Math.max(0, ...durations), middle(work)].map(
          (figure) => String(Math.round(figure)).padStart(8),
        ),
      ].join(""),
    );
    const all = [...this.found.values()].flatMap(({ durations }) => durations);
    const over = all.filter((duration) => duration > LIMIT).length;
    return [
      `milliseconds to the next paint, ×${SLOWDOWN}`.padEnd(44) +
        "   times  median   worst     CPU",
      ...lines,
      `Interaction to next paint (98th percentile of ${all.length}): ${percentile(all, 98)} ms, ` +
        `worst ${Math.max(0, ...all)} ms, ${over} over the limit of ${LIMIT} ms`,
    ].join("\n");
  }

  private async settled() {
    await expect.poll(() => this.asked.size, { intervals: [20] }).toBe(0);
    await this.page.evaluate(quiet);
  }

  private async work(): Promise<number> {
    const { metrics } = await this.session.send("Performance.getMetrics");
    return 1_000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
  }
}

type Timed = PerformanceEntry & { interactionId: number };
type Observed = Window & { interactions: Map<number, number> };

// An interaction is several events (down, up, click); the longest counts.
function observe(durationThreshold: number) {
  const interactions = new Map<number, number>();
  Object.assign(window, { interactions });
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Timed[]) {
      if (!entry.interactionId) continue;
      const longest = interactions.get(entry.interactionId) ?? 0;
      interactions.set(entry.interactionId, Math.max(longest, entry.duration));
    }
  });
  observer.observe({ type: "event", durationThreshold } as PerformanceObserverInit);
}

function taken(): number[] {
  const { interactions } = window as unknown as Observed;
  const durations = [...interactions.values()];
  interactions.clear();
  return durations;
}

function quiet(): Promise<void> {
  return new Promise((done) => {
    requestIdleCallback(() => requestAnimationFrame(() => setTimeout(done, 100)), { timeout: 500 });
  });
}

const sorted = (figures: number[]) => figures.toSorted((one, other) => one - other);
const middle = (figures: number[]) => sorted(figures)[Math.floor(figures.length / 2)] ?? 0;

function percentile(figures: number[], percent: number): number {
  return sorted(figures)[Math.ceil((figures.length * percent) / 100) - 1] ?? 0;
}
