import { UnstyledButton } from "@mantine/core";
import { lazy, Suspense, useRef, useState } from "react";
import { roundMoney } from "@/lib/format";
import { texts } from "@/texts";
import { IconPencil } from "@/ui/icons";
import { useSoon } from "@/ui/soon";
import { useMay } from "@/workspace/session";
import classes from "./metrics.module.css";

const load = () => import("./TargetInput").then((module) => ({ default: module.TargetInput }));
const TargetInput = lazy(load);

/** A target, and whose it is. */
export type Target = {
  month: string;
  /** Whose target; the team's without. */
  userId?: string;
  whose: string;
  amount: string | null;
  currency: string;
};

/** A target, changed in place by those who may: Enter saves, Escape leaves. */
export function TargetField(props: Target) {
  const { whose, amount, currency } = props;
  const may = useMay("set_targets");
  const [isEditing, edit] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useSoon(load);
  const shown = amount === null ? texts.metrics.target.none : roundMoney(amount, currency);
  if (!may) return <span>{shown}</span>;
  const leave = () => {
    edit(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (isEditing)
    return (
      <Suspense fallback={shown}>
        <TargetInput {...props} leave={leave} />
      </Suspense>
    );
  const says = amount === null ? texts.metrics.target.set : shown;
  return (
    <UnstyledButton
      ref={button}
      className={classes.target}
      data-none={amount === null || undefined}
      aria-label={`${says}. ${texts.metrics.target.change(whose)}`}
      onClick={() => edit(true)}
    >
      {says}
      <IconPencil size={13} aria-hidden />
    </UnstyledButton>
  );
}
