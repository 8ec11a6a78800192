import * as en from "./en";

/** Every sentence of the app; another language is a folder beside `en` of this type. */
export type Texts = typeof en;

/** The texts in the reader's language; English is the only one so far. */
export const texts: Texts = en;
