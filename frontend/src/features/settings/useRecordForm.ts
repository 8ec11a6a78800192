import { type UseFormReturnType, useForm } from "@mantine/form";
import { useState } from "react";
import { type Refusal, refusalOf } from "@/lib/problem";
import { texts } from "@/texts";

type Kept<Values> = { values: Values; version: number };

type Options<Values extends Record<string, unknown>> = {
  /** The record's fields as the server has them now. */
  values: Values;
  /** The record's version, which those fields are of. */
  version: number;
  /** Sends the fields that differ, based on a version. */
  save: (change: Partial<Values>, version: number) => Promise<unknown>;
  /** The record as it is after a save, or read anew where somebody else changed it. */
  reread: (mustBeFresh: boolean) => Promise<Kept<Values>>;
  /** For forms that close once they are saved. */
  onSaved?: () => void;
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
  const [base, setBase] = useState<Kept<Values>>({
    values: options.values,
    version: options.version,
  });
  const [stand, setStand] = useState<Stand<Values>>(AT_REST as Stand<Values>);
  const form = useForm<Values>({ initialValues: options.values });
  const fields = Object.keys(base.values) as (keyof Values & string)[];
  const typed = (values: Values, from = base) =>
    fields.filter((field) => differs(values[field], from.values[field]));
  const isDirty = typed(form.values).length > 0;

  const takeOver = (record: Kept<Values>, values: Values) => {
    setBase(record);
    form.setValues(values);
    form.clearErrors();
  };

  const meetTheirs = async (values: Values, from: Kept<Values>) => {
    const fresh = await options.reread(true);
    const theirs = fields.filter((field) => differs(fresh.values[field], from.values[field]));
    const kept = Object.fromEntries(typed(values, from).map((field) => [field, values[field]]));
    const met = { ...fresh.values, ...kept };
    takeOver(fresh, met);
    // What else they changed of the record is nothing that this person should look at again.
    if (theirs.length === 0) return send(met, fresh);
    setStand({ ...(AT_REST as Stand<Values>), theirs });
  };

  const send = async (values: Values, from: Kept<Values>): Promise<void> => {
    const change = Object.fromEntries(typed(values, from).map((field) => [field, values[field]]));
    setStand({ ...(AT_REST as Stand<Values>), isSaving: true });
    try {
      await options.save(change as Partial<Values>, from.version);
      if (options.onSaved) return options.onSaved();
      const saved = await options.reread(false);
      takeOver(saved, saved.values);
      setStand({ ...(AT_REST as Stand<Values>), isSaved: true });
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.status === 412) return meetTheirs(values, from);
      form.setErrors(refusal.fields);
      setStand({ ...(AT_REST as Stand<Values>), refusal: pointed(form, refusal) });
    }
  };
  const submit = form.onSubmit((values) => send(values, base));
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
