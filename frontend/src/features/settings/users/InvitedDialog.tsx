import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { InvitedUser } from "@/api/types.gen";
import { texts } from "@/texts";
import { Command } from "@/ui/Command";
import { Modal } from "@/ui/Modal";
import { usePhone } from "@/ui/usePhone";
import { deliveryQuery } from "../mails.queries";
import classes from "./Users.module.css";

const words = texts.team;

/** Says that an invitation is on its way, with its link to pass on where mails are not sent. */
export function InvitedDialog({ user, onClose }: { user: InvitedUser; onClose: () => void }) {
  const { data: delivery } = useQuery(deliveryQuery);
  const isKept = delivery?.way === "folder";
  return (
    <Modal opened onClose={onClose} title={words.invitedTitle(user.name)} fullScreen={usePhone()}>
      <p className={classes.text}>
        {isKept ? words.keptText : words.invitedText(user.email ?? "")}
      </p>
      {user.invitation_url ? (
        <>
          <Command lines={user.invitation_url} label={words.link} />
          <p className={classes.roleText}>{words.linkText}</p>
        </>
      ) : null}
      <div className={classes.foot}>
        <Button onClick={onClose}>{words.done}</Button>
      </div>
    </Modal>
  );
}
