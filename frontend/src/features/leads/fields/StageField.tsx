import { texts } from "@/texts";
import { Choice } from "@/ui/inplace/Choice";
import { OnlyShown } from "@/ui/inplace/Shown";
import { StageBadge } from "@/ui/StageBadge";
import { useStages } from "@/workspace/reference";
import type { FieldProps } from "./fieldProps";
import { useRightsTo } from "./rights";
import { StageDot } from "./StageDot";
import { useMoveLead } from "./useMoveLead";

/** A lead's stage; choosing lost asks why, choosing won asks only about quotes that are open. */
export function StageField({ lead, startOpened, onClosed }: FieldProps) {
  const stages = useStages();
  const { move, asking, isAsking } = useMoveLead({ onSettled: onClosed });
  const stage = stages.find((one) => one.key === lead.stage);
  const badge = <StageBadge name={stage?.name ?? lead.stage} color={stage?.color ?? "#64748b"} />;
  if (!useRightsTo(lead).edit) return <OnlyShown>{badge}</OnlyShown>;
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
          if (!isAsking()) onClosed?.();
        }}
      >
        {badge}
      </Choice>
      {asking}
    </>
  );
}
