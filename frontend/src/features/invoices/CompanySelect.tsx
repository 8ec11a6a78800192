import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { texts } from "@/texts";
import { companiesQuery, companyQuery } from "./queries";

const words = texts.invoices;
const TYPING = 200;

type Props = {
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
  autoFocus?: boolean;
  /** The label is for those who do not see the field. */
  quiet?: boolean;
  withinPortal?: boolean;
};

/** A company found by a few letters. */
export function CompanySelect({ label, value, onChange, autoFocus, quiet, ...rest }: Props) {
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed, TYPING);
  const { data: found = [] } = useQuery(companiesQuery(q));
  const { data: chosen } = useQuery(companyQuery(value));
  const isListed = !chosen || found.some(({ id }) => id === chosen.id);
  const companies = isListed ? found : [chosen, ...found];
  return (
    <Select
      size={quiet ? "xs" : undefined}
      label={quiet ? undefined : label}
      aria-label={quiet ? label : undefined}
      placeholder={quiet ? words.anyCompany : words.companySearch}
      data={companies.map((company) => ({ value: company.id, label: company.name }))}
      filter={({ options }) => options}
      searchable
      clearable
      value={value}
      onChange={onChange}
      onSearchChange={(text) => setTyped(text === chosen?.name ? "" : text)}
      nothingFoundMessage={words.companyNone}
      data-autofocus={autoFocus || undefined}
      openOnFocus={!autoFocus}
      withScrollArea={false}
      comboboxProps={{ withinPortal: rest.withinPortal ?? true }}
    />
  );
}
