import { Switch } from "@mantine/core";
import { texts } from "@/texts";
import { useChangeLead } from "../queries";
import type { FieldProps } from "./fieldProps";
import { useRightsTo } from "./rights";

/** Whether only the owner, those it is shared with and admins see the lead. */
export function PrivateField({ lead }: Pick<FieldProps, "lead">) {
  const change = useChangeLead(lead.id);
  const { edit } = useRightsTo(lead);
  const set = (isPrivate: boolean) => {
    const visibility = isPrivate ? "private" : "public";
    change.mutate({ change: { visibility }, shown: { visibility } });
  };
  return (
    <Switch
      size="sm"
      label={texts.leads.private}
      description={texts.leads.privateHint}
      checked={lead.visibility === "private"}
      disabled={!edit}
      onChange={(event) => set(event.currentTarget.checked)}
    />
  );
}
