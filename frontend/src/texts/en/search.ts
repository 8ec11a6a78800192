export const search = {
  title: "Find or do",
  placeholder: "Find a lead, customer, quote or invoice, or say what to do…",
  acts: "Do",
  leads: "Leads",
  companies: "Companies",
  contacts: "Contacts",
  quotes: "Quotes",
  invoices: "Invoices",
  draft: "Draft",
  nothing: (words: string) => `Nothing begins with “${words}”. Try fewer or shorter words.`,
  found: (count: number) => (count === 1 ? "1 result" : `${count} results`),
  keys: "↑ ↓ to choose, Enter to open, Esc to close",
};
