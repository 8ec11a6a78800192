import type { KeyboardEvent } from "react";

const LINK = "[data-card] a";

/** Goes from a card to its neighbour by an arrow key: up and down in its column, sideways beside it. */
export function stepTo(event: KeyboardEvent<HTMLElement>) {
  const next = neighbour(event.currentTarget, event.key);
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function neighbour(card: HTMLElement, key: string): HTMLElement | undefined {
  const column = card.closest<HTMLElement>("[data-column]");
  if (!column) return undefined;
  if (key === "ArrowDown" || key === "ArrowUp") {
    const links = linksIn(column);
    const at = links.findIndex((link) => card.contains(link));
    return links[at + (key === "ArrowDown" ? 1 : -1)];
  }
  if (key !== "ArrowLeft" && key !== "ArrowRight") return undefined;
  const columns = [...document.querySelectorAll<HTMLElement>("[data-column]")];
  const beside = columns.slice(0, columns.indexOf(column)).reverse();
  const way = key === "ArrowLeft" ? beside : columns.slice(columns.indexOf(column) + 1);
  const filled = way.find((one) => one.querySelector(LINK));
  return filled && nearest(linksIn(filled), card.getBoundingClientRect().top);
}

// Cards are drawn in any order; what counts is where they stand.
function linksIn(column: HTMLElement): HTMLElement[] {
  return [...column.querySelectorAll<HTMLElement>(LINK)].sort(
    (one, other) => top(one) - top(other),
  );
}

function nearest(links: HTMLElement[], height: number): HTMLElement | undefined {
  return links.toSorted(
    (one, other) => Math.abs(top(one) - height) - Math.abs(top(other) - height),
  )[0];
}

const top = (element: HTMLElement) => element.getBoundingClientRect().top;
