import { lazy, Suspense } from "react";

const NewLeadDialog = lazy(() =>
  import("./new/NewLeadDialog").then((module) => ({ default: module.NewLeadDialog })),
);

type Props = { opened: boolean; onClose: () => void };

/** The dialog for a new lead, loaded when it is first asked for. */
export function NewLead({ opened, onClose }: Props) {
  if (!opened) return null;
  return (
    <Suspense>
      <NewLeadDialog onClose={onClose} />
    </Suspense>
  );
}
