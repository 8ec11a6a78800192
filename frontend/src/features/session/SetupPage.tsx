import { Button, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Alone } from "@/ui/Alone";
import { Refused } from "@/ui/Refused";
import { type FirstRun, installationQuery, useSetUp } from "@/workspace/session";
import { beginning } from "./guess";
import { AdminFields, CompanyFields, SampleField, TokenField } from "./SetupFields";
import { SetupProgress } from "./SetupProgress";

const words = texts.session;
const NEEDS_TOKEN = "setup-not-allowed";

/** First run: the company, its first administrator, and sample data on request. */
export function SetupPage() {
  const { data: installation } = useSuspenseQuery(installationQuery);
  const setUp = useSetUp();
  const navigate = useNavigate();
  const form = useForm<FirstRun>({ initialValues: beginning() });
  const refusal = setUp.isError ? refusalOf(setUp.error) : null;
  const needsToken = installation.needs_setup_token || refusal?.kind === NEEDS_TOKEN;
  const found = form.onSubmit((firstRun) =>
    setUp.mutate(firstRun, {
      onSuccess: () => navigate({ to: "/", replace: true }),
      onError: (error) => form.setErrors(inSetup(refusalOf(error).fields)),
    }),
  );
  const isInventing = setUp.isPending && form.values.setup.sample_data;
  return (
    <Alone title={isInventing ? words.founding : words.setUp}>
      {isInventing ? <SetupProgress /> : null}
      {/* The form stays while it is carried out, so that a refusal finds it as it was. */}
      <form onSubmit={found} hidden={isInventing}>
        <Text c="dimmed" mb="md">
          {words.setUpText}
        </Text>
        <CompanyFields form={form} />
        <AdminFields form={form} />
        <SampleField form={form} />
        {needsToken ? <TokenField form={form} /> : null}
        {refusal ? <Refused refusal={refusal} /> : null}
        <Button type="submit" fullWidth loading={setUp.isPending}>
          {words.start}
        </Button>
      </form>
    </Alone>
  );
}

/** The server's complaints, by the places of the form. */
function inSetup(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, message]) => [`setup.${field}`, message]),
  );
}
