import { SegmentedControl } from "@mantine/core";
import { type ChangeEvent, type DragEvent, useState } from "react";
import type { Target } from "@/api/types.gen";
import { texts } from "@/texts";
import { IconUpload } from "@/ui/icons";
import classes from "./ChooseFile.module.css";
import { useTargets } from "./targets";

type Props = {
  target: Target;
  onTarget: (target: Target) => void;
  onFile: (file: File) => void;
};

/** Says what the file is about, and takes it by dropping or choosing. */
export function ChooseFile({ target, onTarget, onFile }: Props) {
  return (
    <section className={classes.choose}>
      <h2 className={classes.question} id="import-target">
        {texts.imports.what}
      </h2>
      <SegmentedControl
        aria-labelledby="import-target"
        className={classes.targets}
        data={useTargets().map((value) => ({ value, label: texts.imports.targets[value] }))}
        value={target}
        onChange={onTarget}
      />
      <Drop onFile={onFile} />
      <p className={classes.note}>{texts.imports.readsAnything}</p>
    </section>
  );
}

function Drop({ onFile }: Pick<Props, "onFile">) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    if (file) onFile(file);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the file field in it does the same by keyboard
    <div
      className={classes.drop}
      data-over={isOver || undefined}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconUpload size={26} stroke={1.5} aria-hidden />
      <strong>{texts.imports.drop}</strong>
      <label className={classes.button}>
        {texts.imports.orChoose}
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          aria-label={texts.imports.file}
          className={classes.input}
          onChange={choose}
        />
      </label>
    </div>
  );
}
