import { Autocomplete } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { texts } from "@/texts";
import { sourcesQuery } from "../board.queries";
import { companiesLikeQuery, contactsLikeQuery } from "../new.queries";
import type { NewLeadFormState } from "./NewLeadForm";

type Props = { form: NewLeadFormState };

const words = texts.leads.form;
const PAUSE = 150;

/** The organisation: found among those one knows while typing, or a new one. */
export function CompanyField({ form }: Props) {
  const { company, companyId } = form.values;
  const [sought] = useDebouncedValue(company, PAUSE);
  const { data: found = [] } = useQuery(companiesLikeQuery(companyId ? "" : sought));
  const known = found.find((one) => one.name === company);
  return (
    <Autocomplete
      label={words.company}
      data={[...new Set(found.map((one) => one.name))]}
      filter={({ options }) => options}
      value={company}
      onChange={(name) =>
        form.setValues({
          company: name,
          companyId: found.find((one) => one.name === name)?.id ?? null,
        })
      }
      description={company ? (companyId || known ? words.companyKnown : words.companyNew) : " "}
      inputWrapperOrder={["label", "input", "description", "error"]}
      error={form.errors.company}
    />
  );
}

/** The person: found by name while typing, which brings address and number along. */
export function ContactField({ form }: Props) {
  const { name, contactId } = form.values;
  const [sought] = useDebouncedValue(name, PAUSE);
  const { data: found = [] } = useQuery(contactsLikeQuery(contactId ? "" : sought));
  const label = (one: (typeof found)[number]) =>
    [one.name, one.email ?? one.company?.name].filter(Boolean).join(" · ");
  const choose = (typed: string) => {
    const chosen = found.find((one) => label(one) === typed);
    if (chosen)
      return form.setValues({
        name: chosen.name,
        contactId: chosen.id,
        email: chosen.email ?? "",
        phone: chosen.phone ?? "",
        ...(chosen.company ? { company: chosen.company.name, companyId: chosen.company.id } : {}),
      });
    form.setValues({
      name: typed,
      contactId: null,
      ...(contactId ? { email: "", phone: "" } : {}),
    });
  };
  return (
    <Autocomplete
      label={words.contact}
      data={[...new Set(found.map(label))]}
      filter={({ options }) => options}
      value={name}
      onChange={choose}
      description={contactId ? words.contactKnown : " "}
      inputWrapperOrder={["label", "input", "description", "error"]}
      error={form.errors.name}
    />
  );
}

/** Where the lead came from, in the words that are in use, or new ones. */
export function SourceField({ form }: Props) {
  const { data: sources = [] } = useQuery(sourcesQuery);
  return (
    <Autocomplete
      label={words.source}
      placeholder={words.sourcePlaceholder}
      data={sources}
      limit={20}
      {...form.getInputProps("source")}
    />
  );
}
