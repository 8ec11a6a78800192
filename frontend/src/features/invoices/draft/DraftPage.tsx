import { Menu } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Invoice } from "@/api/types.gen";
import { texts } from "@/texts";
import { IconDots, IconTrash } from "@/ui/icons";
import { useShortcuts } from "@/ui/keys";
import { Page } from "@/ui/Page";
import { sayDone } from "@/ui/toasts";
import { Confirm } from "../Confirm";
import { DocumentTitle } from "../DocumentTitle";
import { useDeleteDraft } from "../drafting.queries";
import { PdfPanel } from "../PdfPanel";
import { RoundButton } from "../RoundButton";
import classes from "./Draft.module.css";
import { DraftSheet } from "./DraftSheet";
import { IssueDialog } from "./IssueDialog";
import { Missing } from "./Missing";
import { SaveState } from "./SaveState";
import { Stale } from "./Stale";
import { useComplaints } from "./useComplaints";
import { useDraft } from "./useDraft";

const words = texts.invoices;

/** A draft: reviewed and edited in place, saved in the pauses, then issued. */
export function DraftPage({ invoice }: { invoice: Invoice }) {
  const draft = useDraft(invoice);
  const complaints = useComplaints(invoice, draft);
  const [isPreviewed, preview] = useState(false);
  const [isIssuing, issue] = useState(false);
  const press = async () => {
    const isSaved = await draft.flush();
    if (!isSaved || draft.current.base.missing.length > 0) return complaints.insist();
    issue(true);
  };
  const look = async () => {
    if (!isPreviewed) await draft.flush();
    preview(!isPreviewed);
  };
  useShortcuts(words.keys, [{ keys: "mod+Enter", says: words.keyIssue, act: press }]);
  return (
    <Page
      title={<DocumentTitle name={words.draft} customer={invoice.customer.name} />}
      acts={
        <div className={classes.acts}>
          <SaveState state={draft.state} onRetry={draft.flush} />
          <DraftMenu invoice={invoice} version={() => draft.current.base.version} />
        </div>
      }
    >
      {draft.conflict ? <Stale conflict={draft.conflict} onResolve={draft.resolve} /> : null}
      <div className={classes.columns}>
        <div className={classes.sheet} data-gentle={complaints.isGentle || undefined}>
          {isPreviewed ? (
            <PdfPanel id={invoice.id} version={invoice.version} name={words.draft} />
          ) : (
            <DraftSheet invoice={invoice} draft={draft} complaints={complaints.fields} />
          )}
        </div>
        <Missing
          invoice={invoice}
          complaints={complaints}
          isPreviewed={isPreviewed}
          onPreview={look}
          onIssue={press}
        />
      </div>
      {draft.leaving ? (
        <Confirm
          title={words.leaveTitle}
          text={words.leaveText}
          act={words.leave}
          isDangerous
          isBusy={false}
          onClose={draft.leaving.stay}
          onConfirm={draft.leaving.go}
        />
      ) : null}
      {isIssuing ? (
        <IssueDialog
          invoice={invoice}
          onClose={() => issue(false)}
          onRefused={(fields) => {
            issue(false);
            complaints.add(fields);
          }}
        />
      ) : null}
    </Page>
  );
}

function DraftMenu({ invoice, version }: { invoice: Invoice; version: () => number }) {
  const [isAsking, ask] = useState(false);
  const remove = useDeleteDraft(invoice);
  const navigate = useNavigate();
  const gone = () => {
    sayDone(words.deleted);
    navigate({ to: "/finance", ignoreBlocker: true });
  };
  return (
    <>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <RoundButton label={words.moreActs} icon={IconDots} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={15} aria-hidden />}
            onClick={() => ask(true)}
          >
            {words.deleteDraft}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isAsking ? (
        <Confirm
          title={words.deleteTitle}
          text={words.deleteText}
          act={words.deleteDraft}
          isDangerous
          isBusy={remove.isPending}
          onClose={() => ask(false)}
          onConfirm={() => remove.mutate(version(), { onSuccess: gone })}
        />
      ) : null}
    </>
  );
}
