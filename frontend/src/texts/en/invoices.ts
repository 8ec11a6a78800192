import { draft } from "./invoices/draft";
import { finance } from "./invoices/finance";
import { issued } from "./invoices/issued";

export const invoices = { ...finance, ...draft, ...issued };
