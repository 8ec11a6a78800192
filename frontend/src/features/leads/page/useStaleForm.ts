import type { UseFormReturnType } from "@mantine/form";
import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";

type Values = Record<string, string>;

/**
 * What a form does when it is refused: complaints go to their fields; where somebody else saved
 * the record meanwhile it is fetched anew, what was typed stays, and it is said what they changed.
 *
 * `base` is the record that the form is about: the one it was opened on, however often a
 * colleague's edits bring a newer one to the screen behind it.
 */
export function useStaleForm<Form extends Values, Kept>(
  record: Kept,
  queryKey: QueryKey,
  form: UseFormReturnType<Form>,
  valuesOf: (record: Kept) => Form,
) {
  const queries = useQueryClient();
  const [base, setBase] = useState(record);
  const [says, say] = useState<string>();
  const take = async (error: unknown) => {
    const { status, detail, fields } = refusalOf(error);
    form.setErrors(fields);
    say(Object.keys(fields).length > 0 ? undefined : detail);
    if (status !== 412) return;
    await queries.refetchQueries({ queryKey, exact: true });
    const now = queries.getQueryData<Kept>(queryKey);
    if (!now) return;
    const theirs = adopt(form, valuesOf(base), valuesOf(now));
    setBase(now);
    say(texts.lead.changedMeanwhile(theirs));
  };
  return { base, says, take };
}

// Fields that this person left alone take the other one's value; the rest keeps what was typed.
function adopt<Form extends Values>(
  form: UseFormReturnType<Form>,
  seen: Form,
  now: Form,
): string[] {
  const typed = form.getValues();
  const theirs = Object.keys(now).filter((field) => seen[field] !== now[field]);
  for (const field of theirs)
    if (typed[field] === seen[field]) form.setValues({ [field]: now[field] } as Partial<Form>);
  return theirs.map((field) => `${texts.lead.formFields[field] ?? field}: ${now[field]}`);
}
