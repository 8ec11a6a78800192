import { Checkbox, Fieldset, Select, SimpleGrid, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useMemo } from "react";
import { countries, currencies } from "@/lib/regions";
import { texts } from "@/texts";
import { SecretInput } from "@/ui/SecretInput";
import type { FirstRun } from "@/workspace/session";
import { currencyOf } from "./guess";
import classes from "./Setup.module.css";

const words = texts.session;
const ZONES = Intl.supportedValuesOf("timeZone");

type Props = { form: UseFormReturnType<FirstRun> };

export function CompanyFields({ form }: Props) {
  const lands = useMemo(countries, []);
  const money = useMemo(currencies, []);
  const guessed = form.values.setup.time_zone;
  const zones = ZONES.includes(guessed) ? ZONES : [guessed, ...ZONES];
  return (
    <>
      <TextInput
        label={words.companyName}
        autoComplete="organization"
        autoFocus
        required
        mb="sm"
        {...form.getInputProps("setup.company_name")}
      />
      <SimpleGrid className={classes.pair} cols={{ base: 1, xs: 2 }} spacing="sm" mb="sm">
        <Select
          label={words.country}
          description={words.countryText}
          data={lands}
          searchable
          required
          {...form.getInputProps("setup.country")}
          onChange={(country) => settle(form, country ?? "")}
        />
        <Select
          label={words.currency}
          data={money}
          searchable
          required
          {...form.getInputProps("setup.currency")}
        />
      </SimpleGrid>
      <Select
        label={words.timeZone}
        description={words.timeZoneText}
        data={zones}
        searchable
        required
        mb="md"
        {...form.getInputProps("setup.time_zone")}
      />
    </>
  );
}

/** Takes a country, and its currency as long as the one before was a guess too. */
function settle(form: Props["form"], country: string) {
  const { setup } = form.values;
  if (setup.currency === currencyOf(setup.country))
    form.setFieldValue("setup.currency", currencyOf(country));
  form.setFieldValue("setup.country", country);
}

export function AdminFields({ form }: Props) {
  return (
    <Fieldset legend={words.you} variant="unstyled" className={classes.admin}>
      <TextInput
        label={words.yourName}
        autoComplete="name"
        required
        mb="sm"
        {...form.getInputProps("setup.admin.name")}
      />
      <TextInput
        label={words.yourEmail}
        type="email"
        autoComplete="username"
        required
        mb="sm"
        {...form.getInputProps("setup.admin.email")}
      />
      <SecretInput
        label={words.password}
        description={words.longEnough}
        autoComplete="new-password"
        minLength={10}
        required
        mb="md"
        {...form.getInputProps("setup.admin.password")}
      />
    </Fieldset>
  );
}

export function SampleField({ form }: Props) {
  return (
    <Checkbox
      label={words.sampleData}
      description={words.sampleDataText}
      mb="md"
      {...form.getInputProps("setup.sample_data", { type: "checkbox" })}
    />
  );
}

export function TokenField({ form }: Props) {
  return (
    <SecretInput
      label={words.setupToken}
      description={words.setupTokenText}
      autoComplete="off"
      mb="md"
      {...form.getInputProps("token")}
    />
  );
}
