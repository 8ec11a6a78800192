export const numbering = {
  intro:
    "How quotes, invoices and credit notes are numbered. Numbers that were given never change.",
  how: "Write {n} for the count, {n:0004} for four digits, {year} for the year. A count restarts each year exactly when its format has {year}.",
  quote: "Quotes",
  invoice: "Invoices",
  creditNote: "Credit notes",
  next: "Next number",
  restarts: "starts at 1 each year",
  runsOn: "runs on for ever",
  taken: "A document has this number already. Choose a format that cannot give a number twice.",
  fresh: (number: string) => `This begins a new count: the next one is ${number}.`,
  start: "First invoice number",
  startText: "Set it once, before the first invoice, to go on from another system.",
};
