import { counted } from "@/lib/plural";

const workingDays = (days: number) => counted(days, "working day", "working days");

export const stages = {
  intro: "The steps of a sale, in order. Their colours are the same on every screen.",
  list: "Stages",
  add: "Add a stage",
  name: "Name",
  description: "Next step",
  descriptionHint: "What to do with a lead that is here; shown beside it.",
  color: "Colour",
  ownColor: "Another colour",
  probability: "Probability",
  probabilityHint: "Share of leads here that are won; the forecast counts with it.",
  followUpDays: "Next follow-up after",
  stalledDays: "Stalled after",
  workingDays: "working days",
  stalledHint: "0 for never",
  outcome: "A lead here is",
  outcomes: { open: "Open", won: "Won", lost: "Lost" },
  isProposal: "Leads go here when their quote is sent",
  proposal: "Quote sent",
  follows: (days: number) => (days ? `follow up after ${workingDays(days)}` : "no follow-up"),
  stalls: (days: number) => (days ? `stalled after ${workingDays(days)}` : "never stalled"),
  drag: (name: string) => `Move ${name}`,
  up: "Move up",
  down: "Move down",
  remove: "Remove",
  removeTitle: (name: string) => `Remove the stage ${name}?`,
  removeText: (leads: number) =>
    leads === 0
      ? "No lead stands in it. The history keeps its name."
      : `${counted(leads, "lead stands", "leads stand")} in it and ${leads === 1 ? "moves" : "move"} to another stage. Each move is recorded.`,
  moveTo: "Its leads go to",
  removed: (name: string) => `The stage ${name} is removed.`,
  moved: (name: string, place: number) => `${name} is at place ${place} now.`,
  colors: {
    "#64748b": "Slate",
    "#0284c7": "Sky",
    "#2563eb": "Blue",
    "#4f46e5": "Indigo",
    "#7c3aed": "Violet",
    "#c026d3": "Fuchsia",
    "#db2777": "Pink",
    "#dc2626": "Red",
    "#ea580c": "Orange",
    "#d97706": "Amber",
    "#65a30d": "Lime",
    "#16a34a": "Green",
    "#0d9488": "Teal",
    "#78716c": "Stone",
  } as Record<string, string>,
};
