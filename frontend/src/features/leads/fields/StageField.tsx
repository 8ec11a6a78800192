import { texts } from "@/texts";
import { Choice } from "@/ui/inplace/Choice";
import { OnlyShown } from "@/ui/inplace/Shown";
import { StageBadge } from "@/ui/StageBadge";
import { useStages } from "@/workspace/reference";
import type { FieldProps } from "./fieldProps";
import { useMoveAround } from "./Moving";
import { rightsTo } from "./rights";
import { StageDot } from "./StageDot";
import { useMoveLead } from "./useMoveLead";

/** A lead's stage; choosing lost asks why, choosing won asks only about quotes that are open. */
export function StageField({ lead, startOpened, onClosed }: FieldProps) {
  const stages = useStages();
  const around = useMoveAround();
  const own = useMoveLead({ onSettled: onClosed });
  const move = around ?? own.move;
  const stage = stages.find((one) => one.key === lead.stage);
  const badge = <StageBadge name={stage?.name ?? lead.stage} color={stage?.color ?? "#64748b"} />;
  if (!rightsTo(lead).edit) return <OnlyShown>{badge}</OnlyShown>;
  return (
    <>
      <Choice
        label={texts.leads.fieldNames.stage}
        options={stages.map(({ key, name, color }) => ({
          value: key,
          label: name,
          mark: <StageDot color={color} />,
        }))}
        value={lead.stage}
        onChoose={(key) => move(lead, key)}
        find={texts.leads.findStage}
        nothingFound={texts.leads.nothingFound}
        startOpened={startOpened}
        onClosed={() => {
          if (around || !own.isAsking()) onClosed?.();
        }}
      >
        {badge}
      </Choice>
      {own.asking}
    </>
  );
}
