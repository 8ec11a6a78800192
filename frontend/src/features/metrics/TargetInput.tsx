import { useRef, useState } from "react";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { AmountInput } from "@/ui/AmountInput";
import { sayDone } from "@/ui/toasts";
import classes from "./metrics.module.css";
import { useSetTarget } from "./queries";
import type { Target } from "./TargetField";

/** The target under edit. */
export function TargetInput({
  month,
  userId,
  whose,
  amount,
  leave,
}: Target & { leave: () => void }) {
  const [value, type] = useState(amount ?? "");
  const set = useSetTarget();
  const hasLeft = useRef(false);
  const finish = () => {
    hasLeft.current = true;
    leave();
  };
  const save = () => {
    if (hasLeft.current || set.isPending) return;
    if (value === (amount ?? "")) return finish();
    const wanted = { month, userId, amount: value === "" ? null : value };
    set.mutate(wanted, {
      onSuccess: () => {
        sayDone(texts.metrics.target.saved);
        finish();
      },
    });
  };
  const refusal = set.isError ? Object.values(refusalOf(set.error).fields)[0] : undefined;
  return (
    <AmountInput
      aria-label={texts.metrics.target.label(whose)}
      className={classes.targetInput}
      size="xs"
      autoFocus
      value={value}
      onChange={type}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Enter") save();
        if (event.key === "Escape") finish();
      }}
      error={refusal}
    />
  );
}
