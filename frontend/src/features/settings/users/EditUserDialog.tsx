import { Button, TextInput } from "@mantine/core";
import type { FormEvent } from "react";
import type { User } from "@/api/types.gen";
import { texts } from "@/texts";
import { Modal } from "@/ui/Modal";
import { usePhone } from "@/ui/usePhone";
import { Outcome } from "../Outcome";
import { useRecordForm } from "../useRecordForm";
import { readUser, useChangeUser } from "../users.queries";
import classes from "./Users.module.css";

const words = texts.team;

type Props = { user: User; onClose: () => void };

/** Changes somebody's name and address. */
export function EditUserDialog({ user, onClose }: Props) {
  const change = useChangeUser();
  const record = useRecordForm({
    values: valuesOf(user),
    version: user.version,
    save: (changed, version) => change.mutateAsync({ user: { ...user, version }, change: changed }),
    reread: async () => {
      const fresh = await readUser(user.id);
      return { values: valuesOf(fresh), version: fresh.version };
    },
    onSaved: onClose,
  });
  const { form } = record;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (record.isDirty) record.submit();
    else onClose();
  };
  return (
    <Modal opened onClose={onClose} title={words.editTitle(user.name)} fullScreen={usePhone()}>
      <form onSubmit={submit}>
        <div className={classes.fields}>
          <TextInput label={words.name} required data-autofocus {...form.getInputProps("name")} />
          <TextInput label={words.email} type="email" {...form.getInputProps("email")} />
          <Outcome record={record} labels={{ name: words.name, email: words.email }} />
        </div>
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            {texts.ui.cancel}
          </Button>
          <Button type="submit" loading={record.isSaving}>
            {texts.ui.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

const valuesOf = ({ name, email }: User) => ({ name, email: email ?? "" });
