import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { Target } from "@/api/types.gen";
import { texts } from "@/texts";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";
import { ChooseFile } from "./ChooseFile";
import { FileCheck } from "./FileCheck";
import { PastImports } from "./PastImports";
import { ReportOf } from "./Report";
import { useTargets } from "./targets";

/** Brings a file in: choose it, see what it becomes, and only then let it in. */
export function ImportPage() {
  const { report } = useSearch({ from: "/_app/import" });
  const navigate = useNavigate();
  const allowed = useTargets();
  const [target = allowed[0], setTarget] = useState<Target>();
  const [file, setFile] = useState<File | null>(null);
  const restart = () => {
    setFile(null);
    navigate({ to: "/import", search: {} });
  };
  const showReport = (id: string) => {
    setFile(null);
    navigate({ to: "/import", search: { report: id } });
  };
  if (report) {
    return (
      <Page title={texts.imports.title}>
        <ReportOf id={report} onAnother={restart} />
      </Page>
    );
  }
  if (!target) {
    return (
      <Page title={texts.imports.title}>
        <Empty title={texts.imports.notYours}>{texts.imports.notYoursText}</Empty>
      </Page>
    );
  }
  return (
    <Page title={texts.imports.title}>
      {file ? (
        <FileCheck
          key={`${file.name} ${file.lastModified} ${target}`}
          file={file}
          target={target}
          onOtherFile={restart}
          onDone={showReport}
        />
      ) : (
        <>
          <ChooseFile target={target} onTarget={setTarget} onFile={setFile} />
          <PastImports />
        </>
      )}
    </Page>
  );
}
