import { useInfiniteQuery } from "@tanstack/react-query";
import { texts } from "@/texts";
import { Page } from "@/ui/Page";
import { FollowUpField } from "./fields/FollowUpField";
import { OwnerField } from "./fields/OwnerField";
import { StageField } from "./fields/StageField";
import { TagsField } from "./fields/TagsField";
import { TextField } from "./fields/TextField";
import { ValueField } from "./fields/ValueField";
import { ExpectedCloseField } from "./fields/ExpectedCloseField";
import { leadsQuery } from "./queries";

export function LeadsPage() {
  const { data } = useInfiniteQuery(leadsQuery({}));
  return (
    <Page title={texts.leads.title}>
      <table>
        <tbody>
          {data?.pages[0]?.items.slice(0, 20).map((lead) => (
            <tr key={lead.id}>
              <td><TextField lead={lead} name="title" /></td>
              <td><StageField lead={lead} /></td>
              <td><OwnerField lead={lead} /></td>
              <td><ValueField lead={lead} /></td>
              <td><FollowUpField lead={lead} /></td>
              <td><ExpectedCloseField lead={lead} /></td>
              <td><TagsField lead={lead} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </Page>
  );
}
