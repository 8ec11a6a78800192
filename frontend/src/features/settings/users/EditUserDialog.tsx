import { Button, Modal, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { User } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Refused } from "@/ui/Refused";
import { usePhone } from "@/ui/usePhone";
import { useChangeUser } from "../users.queries";
import classes from "./Users.module.css";

const words = texts.team;

type Props = { user: User; onClose: () => void };

/** Changes somebody's name and address. */
export function EditUserDialog({ user, onClose }: Props) {
  const change = useChangeUser();
  const form = useForm({ initialValues: { name: user.name, email: user.email ?? "" } });
  const refusal = change.isError ? refusalOf(change.error) : null;
  const submit = form.onSubmit(({ name, email }) =>
    change.mutate(
      { user, change: email === (user.email ?? "") ? { name } : { name, email } },
      { onSuccess: onClose, onError: (error) => form.setErrors(refusalOf(error).fields) },
    ),
  );
  return (
    <Modal opened onClose={onClose} title={words.editTitle(user.name)} fullScreen={usePhone()}>
      <form onSubmit={submit}>
        <div className={classes.fields}>
          <TextInput label={words.name} required data-autofocus {...form.getInputProps("name")} />
          <TextInput label={words.email} type="email" {...form.getInputProps("email")} />
          {refusal ? <Refused refusal={refusal} /> : null}
        </div>
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            {texts.ui.cancel}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {texts.ui.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
