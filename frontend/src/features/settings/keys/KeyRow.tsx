import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import type { ApiKey } from "@/api/types.gen";
import { day, instant } from "@/lib/format";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Modal } from "@/ui/Modal";
import { Refused } from "@/ui/Refused";
import { sayDone } from "@/ui/toasts";
import { useToday } from "@/workspace/today";
import { useRevokeKey } from "../keys.queries";
import classes from "../Listed.module.css";

const words = texts.apiKeys;

/** One key: what it is for, as whom it acts, when it was used, how it ends. */
export function KeyRow({ apiKey }: { apiKey: ApiKey }) {
  const [isRevoking, revoke] = useState(false);
  return (
    <tr>
      <td className={classes.wide}>
        <div className={classes.main}>{apiKey.name}</div>
        <code className={classes.soft}>{apiKey.hint}…</code>
      </td>
      <td>{words.actsAs(apiKey.user.name, texts.team.roles[apiKey.role])}</td>
      <td className={classes.soft}>
        {apiKey.last_used_at ? words.lastUsed(instant(apiKey.last_used_at)) : words.neverUsed}
      </td>
      <td className={classes.soft}>
        <End apiKey={apiKey} />
      </td>
      <td className={classes.acts}>
        {apiKey.revoked_at ? null : (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={words.revokeOf(apiKey.name)}
            onClick={() => revoke(true)}
          >
            {words.revoke}
          </Button>
        )}
        {isRevoking ? <RevokeDialog apiKey={apiKey} onClose={() => revoke(false)} /> : null}
      </td>
    </tr>
  );
}

function End({ apiKey }: { apiKey: ApiKey }) {
  const today = useToday();
  if (apiKey.revoked_at) return words.revokedAt(instant(apiKey.revoked_at));
  if (!apiKey.expires_on) return texts.ui.none;
  const isOver = apiKey.expires_on < today;
  return isOver ? words.ended(day(apiKey.expires_on)) : words.until(day(apiKey.expires_on));
}

function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const revoke = useRevokeKey();
  const act = () =>
    revoke.mutate(apiKey, {
      onSuccess: () => {
        onClose();
        sayDone(words.revokedNow(apiKey.name));
      },
    });
  return (
    <Modal opened onClose={onClose} title={words.revokeTitle(apiKey.name)} centered>
      <Text mb="md">{words.revokeText}</Text>
      {revoke.isError ? <Refused refusal={refusalOf(revoke.error)} /> : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {texts.ui.cancel}
        </Button>
        <Button color="red" loading={revoke.isPending} onClick={act}>
          {words.revoke}
        </Button>
      </Group>
    </Modal>
  );
}
