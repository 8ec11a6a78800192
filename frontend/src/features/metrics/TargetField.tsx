import { UnstyledButton } from "@mantine/core";
import { useRef, useState } from "react";
import { roundMoney } from "@/lib/format";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { AmountInput } from "@/ui/AmountInput";
import { IconPencil } from "@/ui/icons";
import { sayDone } from "@/ui/toasts";
import { useMay, useMe } from "@/workspace/session";
import classes from "./metrics.module.css";
import { useSetTarget } from "./queries";

type Props = {
  month: string;
  /** Whose target; the team's without. */
  userId?: string;
  whose: string;
  amount: string | null;
  currency: string;
};

/** A target, changed in place by those who may: Enter saves, Escape leaves. */
export function TargetField(props: Props) {
  const { whose, amount, currency } = props;
  const may = useMay("set_targets");
  const [isEditing, edit] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const shown = amount === null ? texts.metrics.target.none : roundMoney(amount, currency);
  if (!may) return <span>{shown}</span>;
  const leave = () => {
    edit(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (isEditing) return <TargetInput {...props} leave={leave} />;
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

function TargetInput({ month, userId, whose, amount, leave }: Props & { leave: () => void }) {
  const { currency_decimals: decimals } = useMe().workspace;
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
      decimalScale={decimals}
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
