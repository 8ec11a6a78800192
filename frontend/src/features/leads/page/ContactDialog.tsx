import { Button, Group, Skeleton, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import type { Contact } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Modal } from "@/ui/Modal";
import { Refused } from "@/ui/Refused";
import { sayDone } from "@/ui/toasts";
import { contactQuery, useChangeContact } from "../customer.queries";
import classes from "./Rail.module.css";
import { useStaleForm } from "./useStaleForm";

type Props = { id: string; onClose: () => void };

/** A person's name and the ways to reach them. */
export function ContactDialog({ id, onClose }: Props) {
  const contact = useQuery(contactQuery(id));
  return (
    <Modal opened onClose={onClose} title={texts.lead.contact} transitionProps={{ duration: 0 }}>
      {contact.data ? <Form contact={contact.data} onClose={onClose} /> : <Skeleton height={200} />}
    </Modal>
  );
}

const FIELDS = ["name", "email", "phone"] as const;

function Form({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const form = useForm({ initialValues: valuesOf(contact) });
  const stale = useStaleForm(contact, contactQuery(contact.id).queryKey, form, valuesOf);
  const change = useChangeContact(stale.base);
  const save = form.onSubmit(({ name, email, phone }) =>
    change.mutate(
      { name: name.trim(), email: email.trim() || null, phone: phone.trim() || null },
      {
        onSuccess: (saved) => {
          sayDone(texts.lead.savedCustomer(saved.name));
          onClose();
        },
        onError: (error) => stale.take(error),
      },
    ),
  );
  return (
    <form onSubmit={save} className={classes.form}>
      {FIELDS.map((field) => (
        <TextInput
          key={field}
          label={texts.lead[field]}
          type={field === "email" ? "email" : field === "phone" ? "tel" : "text"}
          required={field === "name"}
          data-autofocus={field === "name" || undefined}
          {...form.getInputProps(field)}
        />
      ))}
      <Text size="xs" className={classes.soft}>
        {texts.lead.contactOf}
      </Text>
      {stale.says ? <Refused refusal={{ ...refusalOf(change.error), detail: stale.says }} /> : null}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {texts.ui.cancel}
        </Button>
        <Button type="submit" loading={change.isPending}>
          {texts.ui.save}
        </Button>
      </Group>
    </form>
  );
}

const valuesOf = ({ name, email, phone }: Contact) => ({
  name,
  email: email ?? "",
  phone: phone ?? "",
});
