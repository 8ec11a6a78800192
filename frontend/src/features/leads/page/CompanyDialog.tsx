import { Button, Group, Select, SimpleGrid, Skeleton, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Company, CompanyChange } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { countries } from "@/lib/regions";
import { texts } from "@/texts";
import { Modal } from "@/ui/Modal";
import { Refused } from "@/ui/Refused";
import { sayDone } from "@/ui/toasts";
import { companyQuery, useChangeCompany } from "../customer.queries";
import classes from "./Rail.module.css";
import { useStaleForm } from "./useStaleForm";

type Props = { id: string; onClose: () => void };

/** What stands of an organisation on quotes and invoices. */
export function CompanyDialog({ id, onClose }: Props) {
  const company = useQuery(companyQuery(id));
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.lead.company}
      size="lg"
      transitionProps={{ duration: 0 }}
    >
      {company.data ? <Form company={company.data} onClose={onClose} /> : <Skeleton height={380} />}
    </Modal>
  );
}

function Form({ company, onClose }: { company: Company; onClose: () => void }) {
  const form = useForm({ initialValues: valuesOf(company) });
  const stale = useStaleForm(company, companyQuery(company.id).queryKey, form, valuesOf);
  const change = useChangeCompany(stale.base);
  const places = useMemo(countries, []);
  const save = form.onSubmit((values) =>
    change.mutate(changeOf(values), {
      onSuccess: (saved) => {
        sayDone(texts.lead.savedCustomer(saved.name));
        onClose();
      },
      onError: (error) => stale.take(error),
    }),
  );
  const field = (name: keyof Values) => ({
    label: texts.lead.formFields[name],
    ...form.getInputProps(name),
    error: form.errors[name] ?? form.errors[`address.${name}`],
  });
  return (
    <form onSubmit={save} className={classes.form}>
      <TextInput required data-autofocus {...field("name")} />
      <TextInput {...field("legal_name")} />
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
        <TextInput {...field("line1")} />
        <TextInput {...field("line2")} />
        <TextInput {...field("postcode")} />
        <TextInput {...field("city")} />
        <TextInput {...field("region")} />
        <Select data={places} searchable clearable {...field("country")} />
        <TextInput {...field("vat_id")} />
        <TextInput {...field("tax_number")} />
        <TextInput type="email" {...field("billing_email")} />
        <TextInput inputMode="numeric" {...field("payment_days")} />
      </SimpleGrid>
      <Text size="xs" className={classes.soft}>
        {texts.lead.usedOnInvoices}
      </Text>
      {stale.says ? <Refused refusal={{ ...refusalOf(change.error), detail: stale.says }} /> : null}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {texts.ui.cancel}
        </Button>
        <Button type="submit" loading={change.isPending}>
          {texts.ui.save}
        </Button>
      </Group>
    </form>
  );
}

type Values = ReturnType<typeof valuesOf>;

const ADDRESS = ["line1", "line2", "postcode", "city", "region", "country"] as const;

const valuesOf = (company: Company) => ({
  name: company.name,
  legal_name: company.legal_name ?? "",
  line1: company.address.line1 ?? "",
  line2: company.address.line2 ?? "",
  postcode: company.address.postcode ?? "",
  city: company.address.city ?? "",
  region: company.address.region ?? "",
  country: company.address.country ?? "",
  vat_id: company.vat_id ?? "",
  tax_number: company.tax_number ?? "",
  billing_email: company.billing_email ?? "",
  payment_days: company.payment_days === null ? "" : String(company.payment_days),
});

function changeOf(values: Values): CompanyChange {
  const text = (name: keyof Values) => (values[name] ?? "").trim() || null;
  return {
    name: values.name.trim(),
    legal_name: text("legal_name"),
    address: Object.fromEntries(ADDRESS.map((name) => [name, text(name)])),
    vat_id: text("vat_id"),
    tax_number: text("tax_number"),
    billing_email: text("billing_email"),
    payment_days: text("payment_days") === null ? null : Number(values.payment_days),
  };
}
