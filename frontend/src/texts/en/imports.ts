import type {
  ImportCompaniesData,
  ImportContactsData,
  ImportLeadsData,
  ImportProductsData,
  ImportUsersData,
  Target,
} from "@/api/types.gen";
import { counted } from "@/lib/plural";

type Asked = { map?: { [heading: string]: string } };
type FieldsOf<Data extends { query?: Asked }> = Record<
  Exclude<NonNullable<NonNullable<Data["query"]>["map"]>[string], "ignore">,
  string
>;

const leads: FieldsOf<ImportLeadsData> = {
  title: "Title",
  contact_name: "Contact's name",
  contact_email: "Contact's e-mail",
  contact_phone: "Contact's phone",
  company: "Company",
  owner: "Owner",
  stage: "Stage",
  source: "Source",
  value: "Value",
  currency: "Currency",
  expected_close_on: "Expected close",
  next_follow_up_on: "Next follow-up",
  visibility: "Public or private",
  tags: "Tags",
  external_id: "Id in the other system",
  created_at: "Created",
  closed_at: "Closed",
  lost_reason: "Reason for losing",
  note: "Note",
};

const companies: FieldsOf<ImportCompaniesData> = {
  name: "Name",
  legal_name: "Legal name",
  line1: "Street",
  line2: "Second line of the address",
  postcode: "Postcode",
  city: "City",
  region: "Region",
  country: "Country",
  vat_id: "VAT ID",
  tax_number: "Tax number",
  billing_email: "E-mail for invoices",
  payment_days: "Days to pay",
  external_id: "Id in the other system",
};

const contacts: FieldsOf<ImportContactsData> = {
  name: "Name",
  email: "E-mail",
  phone: "Phone",
  company: "Company",
  external_id: "Id in the other system",
};

const products: FieldsOf<ImportProductsData> = {
  code: "Code",
  name: "Name",
  description: "Description",
  unit: "Unit",
  unit_price: "Unit price",
  currency: "Currency",
  tax_rate: "Tax rate",
};

const users: FieldsOf<ImportUsersData> = { name: "Name", email: "E-mail", role: "Role" };

const fields: Record<Target, Record<string, string>> = {
  leads,
  companies,
  contacts,
  products,
  users,
};

const nouns: Record<Target, [one: string, many: string]> = {
  leads: ["lead", "leads"],
  companies: ["company", "companies"],
  contacts: ["contact", "contacts"],
  products: ["product", "products"],
  users: ["user", "users"],
};

const of = (count: number, target: Target) => counted(count, ...nouns[target]);

export const imports = {
  title: "Import",
  notYours: "Your role may not import",
  notYoursText: "An administrator can give you another one.",
  what: "What is in the file?",
  targets: {
    leads: "Leads",
    companies: "Companies",
    contacts: "Contacts",
    products: "Products",
    users: "Users",
  } satisfies Record<Target, string>,
  fields,
  drop: "Drop a CSV file here",
  orChoose: "or choose one",
  file: "CSV file",
  readsAnything:
    "Exports of spreadsheets and other CRMs are read as they are: comma, semicolon or tab, any encoding. Nothing is written before you have seen what will happen.",
  otherFile: "Other file",
  reading: "Reading the file…",
  columns: "Columns",
  columnsText: "What each column of the file becomes. Correct what was not recognised.",
  heading: "In the file",
  example: "For example",
  becomes: "Becomes",
  closedOrExpected: "Closed; expected close while open",
  leftOut: "Left out",
  stages: "Stages",
  stagesText: "These stages of the file are not yours. Which ones are meant?",
  stageOf: (theirs: string) => `Stage for “${theirs}”`,
  notSaid: "Not said yet",
  columnOf: (heading: string) => `What “${heading}” becomes`,
  options: "How to read it",
  dates: "Days such as 03/04/2026",
  dateOrders: {
    none: "Do not guess",
    dmy: "Day first",
    mdy: "Month first",
    ymd: "Year first",
  },
  createUsers: "Make former colleagues of owners who are unknown (they cannot sign in)",
  atomic: "All rows or none (up to 10,000 rows)",
  check: "Check the file",
  checking: "Checking every row…",
  checked: "What would happen",
  checkAgain: "Check again",
  created: (count: number, target: Target) => `${of(count, target)} will be made`,
  updated: (count: number, target: Target) => `${of(count, target)} will be updated`,
  unchanged: (count: number) => `${counted(count, "row", "rows")} known already, unchanged`,
  refused: (count: number) => `${counted(count, "row", "rows")} cannot go in`,
  go: (count: number) => `Import ${counted(count, "row", "rows")}`,
  nothingToDo: "There is nothing in this file that is not here already.",
  allOrNothing: "One row that cannot go in keeps out all others, as you chose.",
  refusedRows: "Rows that cannot go in",
  refusedRowsText: (shown: number, all: number) =>
    shown < all
      ? `The first ${shown} of ${counted(all, "row", "rows")}, as they stand in the file. The others can go in all the same.`
      : "As they stand in the file. The others can go in all the same.",
  line: "Line",
  wholeRow: "The whole row",
  newSources: "New sources",
  left: "Left out, since they are no records",
  underWay: "Importing…",
  soFar: (done: number, all: number) =>
    `${new Intl.NumberFormat().format(done)} of ${counted(all, "row", "rows")}`,
  stay: "The import is still under way. Leave this page?",
  done: "The file is in",
  notDone: "Nothing was imported",
  made: (count: number, target: Target) => `${of(count, target)} made`,
  changed: (count: number, target: Target) => `${of(count, target)} updated`,
  same: (count: number) => `${counted(count, "row", "rows")} unchanged`,
  notIn: (count: number) => `${counted(count, "row", "rows")} refused`,
  download: "Download the refused rows",
  seeLeads: "See the leads",
  another: "Import another file",
  past: "Imports so far",
  noPast: "Nothing was imported yet.",
  by: "By",
  when: "When",
  result: "Result",
  brokeOff: "Broke off or still under way: importing the same file again finishes it.",
  report: "Report",
};
