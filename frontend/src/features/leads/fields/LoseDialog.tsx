import { Button, Group, Radio, SimpleGrid, Text, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { LostReason } from "@/api/types.gen";
import { texts } from "@/texts";
import { Modal } from "@/ui/Modal";
import classes from "./dialogs.module.css";

type Props = {
  /** What is lost, by name: a lead's title, or `3 leads`. */
  what: string;
  isMany?: boolean;
  onLose: (reason: LostReason, note: string | null) => void;
  onClose: () => void;
};

const REASONS = Object.entries(texts.leads.reasons) as [LostReason, string][];

/** Asks why a lead was lost, since reports are only as good as the answer. */
export function LoseDialog({ what, isMany = false, onLose, onClose }: Props) {
  const [reason, choose] = useState<LostReason | null>(null);
  const [note, write] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (reason) onLose(reason, note.trim() || null);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={isMany ? texts.leads.loseTitleOfMany(what) : texts.leads.loseTitle(what)}
      classNames={{ title: classes.title }}
      closeButtonProps={{ "aria-label": texts.ui.close }}
      transitionProps={{ duration: 0 }}
      zIndex={340}
    >
      <form onSubmit={submit}>
        <Radio.Group
          label={texts.leads.lostReason}
          value={reason}
          onChange={(value) => choose(value as LostReason)}
          required
        >
          <SimpleGrid cols={2} spacing={6} verticalSpacing={6} mt={6} mb="sm">
            {REASONS.map(([value, label], at) => (
              <Radio.Card
                key={value}
                value={value}
                className={classes.reason}
                tabIndex={value === (reason ?? REASONS[0]?.[0]) ? 0 : -1}
                data-autofocus={at === 0 || undefined}
                onKeyDown={(event) => {
                  if (event.key !== "Enter" || value !== reason) return;
                  event.preventDefault();
                  event.currentTarget.form?.requestSubmit();
                }}
              >
                <Radio.Indicator size="xs" />
                {label}
              </Radio.Card>
            ))}
          </SimpleGrid>
        </Radio.Group>
        <Textarea
          label={texts.leads.lostNote}
          placeholder={texts.leads.lostNotePlaceholder}
          value={note}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={submitOnModEnter}
          autosize
          minRows={2}
          maxRows={8}
        />
        <Text size="sm" className={classes.hint} mt="xs">
          {texts.leads.lostWithdraws}
        </Text>
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onClose}>
            {texts.ui.cancel}
          </Button>
          <Button type="submit" color="red.9" disabled={reason === null}>
            {texts.leads.markLost}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

const submitOnModEnter = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
    event.currentTarget.form?.requestSubmit();
};
