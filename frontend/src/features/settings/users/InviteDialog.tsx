import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { UserDraft } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Modal } from "@/ui/Modal";
import { Refused } from "@/ui/Refused";
import { usePhone } from "@/ui/usePhone";
import { RoleSelect } from "../RoleSelect";
import { useAddUser } from "../users.queries";
import { InvitedDialog } from "./InvitedDialog";
import classes from "./Users.module.css";

const words = texts.team;

/** Adds somebody by invitation, then shows the link that was mailed. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const add = useAddUser();
  const isPhone = usePhone();
  if (add.data) return <InvitedDialog user={add.data} onClose={onClose} />;
  return (
    <Modal opened onClose={onClose} title={words.inviteTitle} fullScreen={isPhone}>
      <p className={classes.text}>{words.inviteText}</p>
      <Draft add={add} onClose={onClose} />
    </Modal>
  );
}

function Draft({ add, onClose }: { add: ReturnType<typeof useAddUser>; onClose: () => void }) {
  const form = useForm<UserDraft>({ initialValues: { name: "", email: "", role: "rep" } });
  const refusal = add.isError ? refusalOf(add.error) : null;
  const submit = form.onSubmit((draft) =>
    add.mutate(draft, { onError: (error) => form.setErrors(refusalOf(error).fields) }),
  );
  return (
    <form onSubmit={submit}>
      <div className={classes.fields}>
        <TextInput label={words.name} required data-autofocus {...form.getInputProps("name")} />
        <TextInput label={words.email} type="email" required {...form.getInputProps("email")} />
        <RoleSelect
          label={words.role}
          description={words.roleTexts[form.values.role]}
          value={form.values.role}
          onChoose={(role) => form.setFieldValue("role", role)}
        />
        {refusal ? <Refused refusal={refusal} /> : null}
      </div>
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          {texts.ui.cancel}
        </Button>
        <Button type="submit" loading={add.isPending}>
          {words.invite}
        </Button>
      </div>
    </form>
  );
}
