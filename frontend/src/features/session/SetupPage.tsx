import { Button, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Alone } from "@/ui/Alone";
import { Refused } from "@/ui/Refused";
import { type FirstRun, installationQuery, useSetUp } from "@/workspace/session";
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

function beginning(): FirstRun {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const country = new Intl.Locale(navigator.language).maximize().region ?? "";
  return {
    setup: {
      company_name: "",
      country,
      currency: currencyOf(country),
      time_zone: zone || "Europe/Berlin",
      admin: { name: "", email: "", password: "" },
      sample_data: false,
    },
    token: tokenInAddress(),
  };
}

/** The operator may hand out an address that carries the token: `/setup#token=…`. */
function tokenInAddress(): string {
  return new URLSearchParams(window.location.hash.slice(1)).get("token") ?? "";
}

const CURRENCIES: Record<string, string> = {
  AU: "AUD",
  BR: "BRL",
  CA: "CAD",
  CH: "CHF",
  CZ: "CZK",
  DK: "DKK",
  GB: "GBP",
  HU: "HUF",
  IN: "INR",
  JP: "JPY",
  LI: "CHF",
  MX: "MXN",
  NO: "NOK",
  NZ: "NZD",
  PL: "PLN",
  RO: "RON",
  SE: "SEK",
  SG: "SGD",
  TR: "TRY",
  US: "USD",
  ZA: "ZAR",
};

/** A guess that is usually right, to be corrected where it is not. */
export function currencyOf(country: string): string {
  return CURRENCIES[country] ?? "EUR";
}
