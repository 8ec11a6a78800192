import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { User } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Modal } from "@/ui/Modal";
import { Refused } from "@/ui/Refused";
import { sayDone } from "@/ui/toasts";
import { openLeadsOfQuery, useChangeUser } from "../users.queries";
import classes from "./Users.module.css";

const words = texts.team;

type Props = { user: User; onClose: () => void };

/** Says what happens to somebody's session, keys and leads before it does. */
export function DeactivateDialog({ user, onClose }: Props) {
  const { data: leads } = useQuery(openLeadsOfQuery(user.id));
  const change = useChangeUser();
  const deactivate = () =>
    change.mutate(
      { user, change: { active: false } },
      {
        onSuccess: () => {
          onClose();
          sayDone(words.deactivated(user.name));
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title={words.deactivateTitle(user.name)} centered>
      {leads === undefined ? (
        <Skeleton height={60} mb="sm" />
      ) : (
        <p className={classes.text}>{words.deactivateText(leads)}</p>
      )}
      {change.isError ? <Refused refusal={refusalOf(change.error)} /> : null}
      <div className={classes.foot}>
        {leads ? (
          <Button component={Link} to={`/leads?owner=${user.id}`} variant="subtle">
            {words.theirLeads}
          </Button>
        ) : null}
        <Button variant="default" onClick={onClose} data-autofocus>
          {texts.ui.cancel}
        </Button>
        <Button color="red" loading={change.isPending} onClick={deactivate}>
          {words.deactivate}
        </Button>
      </div>
    </Modal>
  );
}
