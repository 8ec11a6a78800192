import { Button, FileButton } from "@mantine/core";
import { type DragEvent, useRef, useState } from "react";
import type { Workspace } from "@/api/types.gen";
import { type Refusal, refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { IconPhoto } from "@/ui/icons";
import { Refused } from "@/ui/Refused";
import { logoAddress, useRemoveLogo, useSetLogo } from "../queries";
import { Part } from "../Section";
import classes from "./Company.module.css";

const words = texts.company;
const KINDS = ["image/png", "image/jpeg"];

/** The logo: dropped or chosen, shown here and on the sample beside it at once. */
export function LogoPart({ workspace }: { workspace: Workspace }) {
  const setLogo = useSetLogo();
  const [refusal, refuse] = useState<Refusal | null>(null);
  const take = (file: File | null | undefined) => {
    if (!file) return;
    if (!KINDS.includes(file.type)) return refuse(NOT_A_PICTURE);
    refuse(null);
    setLogo.mutate(file, { onError: (error) => refuse(refusalOf(error)) });
  };
  const drop = useDrop(take);
  return (
    <Part title={words.look} text={words.lookText}>
      <div className={classes.logo} data-over={drop.isOver || undefined} {...drop.events}>
        <div className={classes.picture}>
          {workspace.has_logo ? (
            <img src={logoAddress(workspace.version)} alt={words.logo} />
          ) : (
            words.noLogo
          )}
        </div>
        <div>
          <LogoActs hasLogo={workspace.has_logo} isBusy={setLogo.isPending} take={take} />
          <p className={classes.hint} aria-live="polite">
            {drop.isOver ? words.dropLogo : setLogo.isSuccess ? words.logoSet : words.logoHint}
          </p>
        </div>
      </div>
      {refusal ? <Refused refusal={refusal} /> : null}
    </Part>
  );
}

type ActsProps = { hasLogo: boolean; isBusy: boolean; take: (file: File | null) => void };

function LogoActs({ hasLogo, isBusy, take }: ActsProps) {
  const remove = useRemoveLogo();
  const again = useRef<() => void>(null);
  const choose = (file: File | null) => {
    take(file);
    // Else the same file could not be chosen a second time.
    again.current?.();
  };
  return (
    <div className={classes.acts}>
      <FileButton onChange={choose} accept={KINDS.join(",")} resetRef={again}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            leftSection={<IconPhoto size={16} aria-hidden />}
            loading={isBusy}
          >
            {hasLogo ? words.anotherLogo : words.chooseLogo}
          </Button>
        )}
      </FileButton>
      {hasLogo ? (
        <Button
          variant="subtle"
          color="gray"
          loading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          {words.removeLogo}
        </Button>
      ) : null}
    </div>
  );
}

const NOT_A_PICTURE: Refusal = {
  kind: "wrong-type",
  status: 415,
  detail: words.notAPicture,
  fields: {},
};

function useDrop(take: (file: File | undefined) => void) {
  const [isOver, over] = useState(false);
  const events = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      over(true);
    },
    onDragLeave: () => over(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      over(false);
      take(event.dataTransfer.files[0]);
    },
  };
  return { isOver, events };
}
