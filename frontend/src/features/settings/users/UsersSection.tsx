import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import {
  type InfiniteData,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from "@tanstack/react-query";
import { useState } from "react";
import type { UserList } from "@/api/types.gen";
import { texts } from "@/texts";
import { Broken } from "@/ui/Broken";
import { Empty } from "@/ui/Empty";
import { IconSearch, IconUserPlus } from "@/ui/icons";
import { PageSkeleton } from "@/ui/PageSkeleton";
import classes from "../Listed.module.css";
import { LoadMore } from "../LoadMore";
import { Section } from "../Section";
import { usersQuery } from "../users.queries";
import { InviteDialog } from "./InviteDialog";
import { UserRow } from "./UserRow";

const words = texts.team;
const WAIT = 200;
const SHOWN = { active: true, all: undefined, former: false } as const;

/** The people of the workspace: who they are, what they may do, since when they are away. */
export function UsersSection() {
  const [isInviting, invite] = useState(false);
  return (
    <Section
      title={texts.settings.sections.users}
      intro={words.intro}
      forAdmins
      wide
      acts={
        <Button
          size="xs"
          leftSection={<IconUserPlus size={15} aria-hidden />}
          onClick={() => invite(true)}
        >
          {words.invite}
        </Button>
      }
    >
      <Users />
      {isInviting ? <InviteDialog onClose={() => invite(false)} /> : null}
    </Section>
  );
}

function Users() {
  const [shown, show] = useState<keyof typeof SHOWN>("active");
  const [typed, type] = useState("");
  const [q] = useDebouncedValue(typed.trim(), WAIT);
  const users = useInfiniteQuery(usersQuery({ q: q || undefined, active: SHOWN[shown] }));
  return (
    <>
      <div className={classes.tools}>
        <TextInput
          className={classes.find}
          aria-label={words.find}
          placeholder={words.find}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={words.status}
          value={shown}
          onChange={(next) => show(next as keyof typeof SHOWN)}
          data={[
            { value: "active", label: words.active },
            { value: "former", label: words.former },
            { value: "all", label: words.all },
          ]}
        />
      </div>
      <Found users={users} />
    </>
  );
}

type FoundProps = { users: UseInfiniteQueryResult<InfiniteData<UserList>> };

function Found({ users }: FoundProps) {
  if (users.error) return <Broken error={users.error} reset={() => users.refetch()} />;
  if (!users.data) return <PageSkeleton />;
  const rows = users.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <Empty title={words.nobody}>{words.nobodyText}</Empty>;
  return (
    <>
      <table className={classes.table} aria-label={words.who}>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.status}</th>
            <th scope="col">
              <span className={classes.unseen}>{texts.ui.more}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((user) => (
            <UserRow key={user.id} user={user} />
          ))}
        </tbody>
      </table>
      <LoadMore list={users} />
    </>
  );
}
