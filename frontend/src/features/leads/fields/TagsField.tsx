import { TagsInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { texts } from "@/texts";
import { OnlyShown, Shown } from "@/ui/inplace/Shown";
import { useChangeLead } from "../queries";
import type { FieldProps } from "./fieldProps";
import classes from "./fields.module.css";
import { rightsTo } from "./rights";

/** A lead's tags; Enter or a comma ends one, leaving saves them all, Escape takes back. */
export function TagsField({ lead, startOpened = false, onClosed }: FieldProps) {
  const [opened, open] = useState(startOpened);
  const change = useChangeLead(lead.id);
  const shown = <TagsShown tags={lead.tags} />;
  if (!rightsTo(lead).edit) return <OnlyShown>{shown}</OnlyShown>;
  if (!opened)
    return (
      <Shown label={texts.leads.fieldNames.tags} onClick={() => open(true)}>
        {shown}
      </Shown>
    );
  const close = (tags: string[] | null) => {
    open(false);
    onClosed?.();
    if (tags && tags.join("\n") !== lead.tags.join("\n"))
      change.mutate({ change: { tags }, shown: { tags } });
  };
  return <OpenTags tags={lead.tags} close={close} />;
}

/** Tags side by side. */
export function TagsShown({ tags }: { tags: string[] }) {
  if (tags.length === 0) return <span className={classes.soft}>{texts.ui.none}</span>;
  return (
    <span className={classes.tags}>
      {tags.map((tag) => (
        <span key={tag} className={classes.tag}>
          {tag}
        </span>
      ))}
    </span>
  );
}

type OpenProps = { tags: string[]; close: (tags: string[] | null) => void };

function OpenTags({ tags, close }: OpenProps) {
  const [draft, write] = useState(tags);
  const isDone = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const leave = (kept: string[] | null) => {
    if (isDone.current) return;
    isDone.current = true;
    close(kept);
  };
  return (
    <TagsInput
      ref={field}
      size="xs"
      aria-label={texts.leads.fieldNames.tags}
      value={draft}
      onChange={write}
      onBlur={() => leave(draft)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") leave(null);
        if (event.key === "Enter" && !event.currentTarget.value) leave(draft);
      }}
    />
  );
}
