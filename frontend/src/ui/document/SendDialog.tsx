import { Button, Group, Stack, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { type ReactNode, useEffect } from "react";
import type { Refusal } from "@/lib/problem";
import { texts } from "@/texts";
import { Modal } from "@/ui/Modal";
import { IconFileText } from "../icons";
import { Refused } from "../Refused";
import { usePhone } from "../usePhone";
import classes from "./SendDialog.module.css";

/** A mail as it is written here: what one sees is what is sent. */
export type Letter = { to: string[]; cc: string[]; subject: string; message: string };

type Props = {
  title: string;
  start: Letter;
  attachment: { name: string; open: () => void };
  onSend: (letter: Letter) => void;
  onClose: () => void;
  isSending: boolean;
  refusal: Refusal | null;
  /** What the mail says besides the message. */
  closing?: string;
  /** What else is decided with it, between the message and the button. */
  children?: ReactNode;
  /** Another way than by mail, at the left of the button. */
  instead?: ReactNode;
};

const SPLIT = [",", ";", " "];

/** Sends a document by mail: recipient, subject, message, and the attachment in plain sight. */
export function SendDialog({ title, start, attachment, onSend, onClose, ...rest }: Props) {
  const form = useForm<Letter>({
    initialValues: start,
    validate: { to: (to) => (to.length > 0 ? null : texts.document.notAnAddress) },
  });
  const { refusal } = rest;
  const setErrors = form.setErrors;
  useEffect(() => {
    if (refusal) setErrors(byField(refusal.fields));
  }, [refusal, setErrors]);
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={620}
      fullScreen={usePhone()}
      closeButtonProps={{ "aria-label": texts.ui.close }}
    >
      <form onSubmit={form.onSubmit(onSend)}>
        <Stack gap="sm">
          <TagsInput
            label={texts.document.to}
            description={texts.document.toHint}
            splitChars={SPLIT}
            acceptValueOnBlur
            maxTags={10}
            dropdownOpened={false}
            data-autofocus
            {...form.getInputProps("to")}
          />
          <TagsInput
            label={texts.document.cc}
            splitChars={SPLIT}
            acceptValueOnBlur
            maxTags={10}
            dropdownOpened={false}
            {...form.getInputProps("cc")}
          />
          <TextInput label={texts.document.subject} {...form.getInputProps("subject")} />
          <Textarea
            label={texts.document.message}
            description={rest.closing}
            inputWrapperOrder={["label", "input", "description", "error"]}
            autosize
            minRows={5}
            maxRows={14}
            {...form.getInputProps("message")}
          />
          <Attachment {...attachment} />
          {rest.children}
          {refusal && Object.keys(refusal.fields).length === 0 ? (
            <Refused refusal={refusal} />
          ) : null}
          <Group justify="space-between">
            <div>{rest.instead}</div>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {texts.ui.cancel}
              </Button>
              <Button type="submit" loading={rest.isSending}>
                {texts.document.send}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Attachment({ name, open }: Props["attachment"]) {
  return (
    <div className={classes.attachment}>
      <IconFileText size={16} aria-hidden />
      <span className={classes.label}>{texts.document.attachment}</span>
      <span className={classes.name}>{name}</span>
      <Button size="compact-sm" variant="subtle" onClick={open}>
        {texts.document.open}
      </Button>
    </div>
  );
}

// The server complains of one address of several (`to.1`); the field shows them together.
function byField(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([path, message]) => [path.replace(/\..*$/, ""), message]),
  );
}
