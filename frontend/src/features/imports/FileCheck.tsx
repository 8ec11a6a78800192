import { Button } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";
import type { ImportReport, Target } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Refused } from "@/ui/Refused";
import { beginning } from "./beginning";
import { Columns } from "./Columns";
import classes from "./FileCheck.module.css";
import { Outlook } from "./Outlook";
import { type Reading, useCheckFile, useImportFile } from "./queries";
import { unknownStages } from "./reading";
import { UnderWay } from "./UnderWay";

type Props = {
  file: File;
  target: Target;
  onOtherFile: () => void;
  onDone: (importId: string) => void;
};

const AS_IT_IS: Reading = { map: {}, stage: {}, dates: null, atomic: false };

/** One file from its columns to its import: nothing is written before the last button. */
export function FileCheck({ file, target, onOtherFile, onDone }: Props) {
  const [reading, setReading] = useState<Reading>(AS_IT_IS);
  const [columns, setColumns] = useState<ImportReport | null>(null);
  const { mutate: look, ...looking } = useCheckFile();
  const checking = useCheckFile();
  const importing = useImportFile();
  const [theirStages, setTheirStages] = useState<string[]>([]);
  const learn = useCallback(
    (report: ImportReport) =>
      setTheirStages((known) => [...new Set([...known, ...unknownStages(report)])]),
    [],
  );
  const recognise = useCallback(
    async (as: Reading) => {
      const onSuccess = (report: ImportReport) => {
        setColumns(report);
        learn(report);
      };
      look({ target, file: await beginning(file), reading: as }, { onSuccess });
    },
    [look, target, file, learn],
  );
  useEffect(() => {
    recognise(AS_IT_IS);
  }, [recognise]);
  const change = (next: Reading) => {
    setReading(next);
    checking.reset();
    recognise(next);
  };
  const check = () => checking.mutate({ target, file, reading }, { onSuccess: learn });
  const go = () => importing.mutate({ target, file, reading });
  const importId = importing.data?.id;
  // Only once the page of the running import is gone, which asks before it is left.
  useEffect(() => {
    if (importId) onDone(importId);
  }, [importId, onDone]);
  const failed = [looking, checking, importing].find(({ isError }) => isError)?.error;
  if (importing.isPending) return <UnderWay rows={checking.data?.rows ?? 0} />;
  return (
    <div className={classes.check}>
      <header className={classes.file}>
        <strong>{file.name}</strong>
        <span className={classes.soft}>{texts.imports.targets[target]}</span>
        <Button variant="default" size="compact-sm" onClick={onOtherFile}>
          {texts.imports.otherFile}
        </Button>
      </header>
      {failed ? <Refused refusal={refusalOf(failed)} /> : null}
      {columns === null && looking.isPending ? (
        <p className={classes.soft} role="status">
          {texts.imports.reading}
        </p>
      ) : null}
      {columns ? (
        <Columns
          target={target}
          report={columns}
          reading={reading}
          theirStages={theirStages}
          onChange={change}
        />
      ) : null}
      {columns && !checking.data ? (
        <Button className={classes.act} onClick={check} loading={checking.isPending}>
          {texts.imports.check}
        </Button>
      ) : null}
      {checking.data ? <Outlook report={checking.data} reading={reading} onGo={go} /> : null}
    </div>
  );
}
