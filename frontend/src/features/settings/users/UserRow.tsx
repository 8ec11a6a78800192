import { ActionIcon, Menu } from "@mantine/core";
import { useState } from "react";
import type { Role, User } from "@/api/types.gen";
import { instant } from "@/lib/format";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { IconDots } from "@/ui/icons";
import { sayDone, sayRefused } from "@/ui/toasts";
import { useMe } from "@/workspace/session";
import classes from "../Listed.module.css";
import { RoleSelect } from "../RoleSelect";
import { useChangeUser, useInviteUser } from "../users.queries";
import { DeactivateDialog } from "./DeactivateDialog";
import { EditUserDialog } from "./EditUserDialog";
import { InvitedDialog } from "./InvitedDialog";
import own from "./Users.module.css";

const words = texts.team;

/** One person of the workspace. */
export function UserRow({ user }: { user: User }) {
  const me = useMe();
  return (
    <tr>
      <td className={classes.wide}>
        <span className={classes.main}>{user.name}</span>
        {user.id === me.user.id ? <span className={classes.tag}>{words.you}</span> : null}
        <div className={classes.soft}>{user.email ?? words.noAddress}</div>
      </td>
      <td>
        <RoleCell user={user} />
      </td>
      <td className={classes.soft}>{statusOf(user)}</td>
      <td className={classes.acts}>
        <Acts user={user} />
      </td>
    </tr>
  );
}

function statusOf(user: User): string {
  if (!user.active) return words.former;
  if (user.invited) return words.invited;
  return user.last_seen_at ? words.lastSeen(instant(user.last_seen_at)) : words.neverSeen;
}

function RoleCell({ user }: { user: User }) {
  const change = useChangeUser();
  const choose = (role: Role) =>
    change.mutate(
      { user, change: { role } },
      {
        onSuccess: () => sayDone(words.roleChanged(user.name, words.roles[role])),
        onError: (error) => sayRefused(refusalOf(error)),
      },
    );
  return (
    <RoleSelect
      aria-label={words.roleOf(user.name)}
      classNames={{ root: own.role, input: own.quiet }}
      value={change.isPending ? (change.variables.change.role ?? user.role) : user.role}
      onChoose={choose}
      disabled={change.isPending}
    />
  );
}

type Opened = "edit" | "deactivate" | null;

function Acts({ user }: { user: User }) {
  const [opened, open] = useState<Opened>(null);
  const invite = useInviteUser();
  const change = useChangeUser();
  const refused = (error: unknown) => sayRefused(refusalOf(error));
  const reactivate = () =>
    change.mutate(
      { user, change: { active: true } },
      { onSuccess: () => sayDone(words.reactivated(user.name)), onError: refused },
    );
  const close = () => open(null);
  return (
    <>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={words.moreOf(user.name)}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => open("edit")}>{words.edit}</Menu.Item>
          {user.active && user.email ? (
            <Menu.Item onClick={() => invite.mutate(user, { onError: refused })}>
              {user.invited ? words.inviteAgain : words.newPassword}
            </Menu.Item>
          ) : null}
          {user.active ? (
            <Menu.Item color="red" onClick={() => open("deactivate")}>
              {words.deactivate}
            </Menu.Item>
          ) : (
            <Menu.Item onClick={reactivate}>{words.reactivate}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {opened === "edit" ? <EditUserDialog user={user} onClose={close} /> : null}
      {opened === "deactivate" ? <DeactivateDialog user={user} onClose={close} /> : null}
      {invite.data ? <InvitedDialog user={invite.data} onClose={invite.reset} /> : null}
    </>
  );
}
