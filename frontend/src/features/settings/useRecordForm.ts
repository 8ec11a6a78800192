import { type UseFormReturnType, useForm } from "@mantine/form";
import { useState } from "react";
import { type Refusal, refusalOf } from "@/lib/problem";
import { texts } from "@/texts";

type Options<Values extends Record<string, unknown>> = {
  /** The record's fields as the server has them now. */
  values: Values;
  /** The record's version, which those fields are of. */
  version: number;
  /** Sends the fields that differ, based on a version. */
  save: (change: Partial<Values>, version: number) => Promise<unknown>;
  /** The record as it is after a save, or read anew where somebody else changed it. */
  reread: (mustBeFresh: boolean) => Promise<{ values: Values; version: number }>;
};

export type RecordForm<Values extends Record<string, unknown>> = {
  form: UseFormReturnType<Values>;
  submit: () => void;
  discard: () => void;
  isDirty: boolean;
  isSaving: boolean;
  isSaved: boolean;
  refusal: Refusal | null;
  /** Which fields somebody else changed meanwhile. */
  theirs: (keyof Values & string)[];
};

const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);

/**
 * A form on one record: only what was changed is sent, complaints stand at their fields.
 *
 * Where somebody else changed the record in between, their fields are shown beside what was typed
 * here, which is kept and wins when it is saved once more.
 */
export function useRecordForm<Values extends Record<string, unknown>>(
  options: Options<Values>,
): RecordForm<Values> {
  const [base, setBase] = useState({ values: options.values, version: options.version });
  const [stand, setStand] = useState<Stand<Values>>(AT_REST as Stand<Values>);
  const form = useForm<Values>({ initialValues: options.values });
  const fields = Object.keys(base.values) as (keyof Values & string)[];
  const typed = (values: Values) =>
    fields.filter((field) => differs(values[field], base.values[field]));
  const isDirty = typed(form.values).length > 0;

  const takeOver = (record: { values: Values; version: number }, values: Values) => {
    setBase(record);
    form.setValues(values);
    form.clearErrors();
  };

  const meetTheirs = async (values: Values) => {
    const fresh = await options.reread(true);
    const mine = typed(values);
    const theirs = fields.filter((field) => differs(fresh.values[field], base.values[field]));
    const kept = Object.fromEntries(mine.map((field) => [field, values[field]]));
    takeOver(fresh, { ...fresh.values, ...kept });
    setStand({ ...(AT_REST as Stand<Values>), theirs });
  };

  const submit = form.onSubmit(async (values) => {
    const change = Object.fromEntries(typed(values).map((field) => [field, values[field]]));
    setStand({ ...(AT_REST as Stand<Values>), isSaving: true });
    try {
      await options.save(change as Partial<Values>, base.version);
      const saved = await options.reread(false);
      takeOver(saved, saved.values);
      setStand({ ...(AT_REST as Stand<Values>), isSaved: true });
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.status === 412) return meetTheirs(values);
      form.setErrors(refusal.fields);
      setStand({ ...(AT_REST as Stand<Values>), refusal: pointed(form, refusal) });
    }
  });
  const discard = () => {
    takeOver(base, base.values);
    setStand(AT_REST as Stand<Values>);
  };
  return {
    form,
    submit: () => submit(),
    discard,
    isDirty,
    ...stand,
    isSaved: stand.isSaved && !isDirty,
  };
}

/** Goes to the first field that was refused; where all are on the page, they say why by themselves. */
function pointed<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  refusal: Refusal,
): Refusal {
  const nodes = Object.keys(refusal.fields).map((path) => form.getInputNode(path as never));
  nodes.find((node) => node !== null)?.focus();
  const allShown = nodes.length > 0 && nodes.every((node) => node !== null);
  return allShown ? { ...refusal, detail: texts.settings.lookAtFields } : refusal;
}

type Stand<Values> = {
  isSaving: boolean;
  isSaved: boolean;
  refusal: Refusal | null;
  theirs: (keyof Values & string)[];
};

const AT_REST: Stand<never> = { isSaving: false, isSaved: false, refusal: null, theirs: [] };
