import type { Audit } from "@/api/types.gen";
import { day, instant } from "@/lib/format";
import { texts } from "@/texts";

const words = texts.auditLog;

/** An entry as a sentence without its subject: `Quote sent`, `Lead moved to another stage`. */
export function sentenceOf(entry: Pick<Audit, "action" | "entity">): string {
  const verb = entry.action.slice(entry.action.indexOf(".") + 1);
  const did = words.acts[entry.action] ?? words.verbs[verb] ?? plain(verb);
  return capital(`${nounOf(entry.entity)} ${did}`);
}

/** A kind of record by itself: `Lead`, `API key`. */
export function kindOf(entity: string): string {
  return capital(nounOf(entity));
}

function nounOf(entity: string): string {
  return words.entities[entity] ?? plain(entity);
}

/** What the record is called, where the entry says it, and which deal it belongs to. */
export function nameOf(entry: Audit): string {
  const all = { ...entry.before, ...entry.after, ...entry.details };
  const own = CALLED.map((field) => all[field]).find((value) => typeof value === "string" && value);
  const isLead = entry.entity === "lead";
  const parts = isLead ? [entry.lead_title ?? own] : [own, entry.lead_title];
  return parts.filter(Boolean).join(" · ");
}

const CALLED = ["number", "title", "name", "subject", "month", "body"];

export type Changed = { field: string; before: string | null; after: string };

/** The fields that changed, in words; marks that only machines read are left out. */
export function changesOf(entry: Audit, known: ReadonlyMap<string, string>): Changed[] {
  const fields = [...new Set([...Object.keys(entry.before), ...Object.keys(entry.after)])];
  const changed = fields.flatMap((field) => {
    const before = told(entry.before[field], known);
    const after = told(entry.after[field], known);
    if (before === null || after === null) return [];
    const was = field in entry.before ? before : null;
    return [{ field: fieldName(field), before: was, after }];
  });
  return [...movesOf(entry, known), ...changed];
}

/** A lead's move names its stages by their keys. */
function movesOf({ details }: Audit, known: ReadonlyMap<string, string>): Changed[] {
  const { from, to } = details;
  if (typeof from !== "string" || typeof to !== "string") return [];
  const name = (key: string) => known.get(key) ?? plain(key);
  return [{ field: words.stage, before: name(from), after: name(to) }];
}

/** What else the entry says, such as why a quote was withdrawn; fingerprints are for machines. */
export function detailsOf(entry: Audit, known: ReadonlyMap<string, string>): Changed[] {
  return Object.entries(entry.details).flatMap(([field, value]) => {
    const after = told(value, known);
    const isMove = typeof value === "string" && (field === "from" || field === "to");
    return after === null || isMove || field === "sha256"
      ? []
      : [{ field: fieldName(field), before: null, after }];
  });
}

/** Where the record has a page of its own. */
export function pageOf(entry: Audit): string | null {
  const pages: Record<string, string> = { lead: "leads", quote: "quotes", invoice: "invoices" };
  const page = pages[entry.entity];
  if (page) return `/${page}/${entry.entity_id}`;
  return entry.lead_id ? `/leads/${entry.lead_id}` : null;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** A value for the person at the screen; null for ids of which nobody knows a name. */
function told(value: unknown, known: ReadonlyMap<string, string>): string | null {
  if (value === null || value === undefined || value === "") return words.empty;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "string") return toldText(value, known);
  if (Array.isArray(value)) return listed(value, known);
  if (typeof value === "object") return listed(Object.values(value), known);
  return String(value);
}

function toldText(value: string, known: ReadonlyMap<string, string>): string | null {
  if (ID.test(value)) return known.get(value) ?? null;
  if (DAY.test(value)) return day(value);
  if (INSTANT.test(value)) return instant(value);
  return value.includes("_") && !value.includes(" ") && !value.includes("@") ? plain(value) : value;
}

function listed(values: readonly unknown[], known: ReadonlyMap<string, string>): string {
  const given = values.filter((value) => value !== null && value !== "").map(compact);
  const parts = given.flatMap((value) => told(value, known) ?? []);
  return parts.length ? parts.join(", ") : words.empty;
}

/** A part of a list in one word or two, such as a tax by its name and rate. */
function compact(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const parts = Object.values(value).filter((one) => typeof one === "string" && one !== "");
  return parts.slice(0, FEW_WORDS).join(" ");
}

const FEW_WORDS = 2;

function fieldName(field: string): string {
  return capital(plain(field.replace(/_id$/, "")));
}

function plain(text: string): string {
  return text.replaceAll("_", " ");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
