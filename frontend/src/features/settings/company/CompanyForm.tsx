import type { Workspace } from "@/api/types.gen";
import { RecordFormFrame } from "../RecordFormFrame";
import { useWorkspaceForm } from "../useWorkspaceForm";
import { AddressPart, BankPart, ContactPart, NamesPart, RegistrationsPart } from "./parts";
import { BasisPart, SeeingPart, TermsPart } from "./rules";
import { type CompanyValues, LABELS, valuesOf } from "./values";

/** What documents say of the company, and the terms and rules it works by. */
export function CompanyForm({ workspace }: { workspace: Workspace }) {
  const record = useWorkspaceForm(workspace, valuesOf);
  const parts = { form: record.form, notices: workspace.notices };
  return (
    <RecordFormFrame<CompanyValues> record={record} labels={LABELS}>
      <NamesPart {...parts} />
      <AddressPart {...parts} />
      <ContactPart {...parts} />
      <RegistrationsPart {...parts} />
      <BankPart {...parts} />
      <TermsPart {...parts} />
      <SeeingPart {...parts} />
      <BasisPart {...parts} />
    </RecordFormFrame>
  );
}
