import { Button, Select, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import type { Address } from "@/api/types.gen";
import { countries } from "@/lib/regions";
import { texts } from "@/texts";
import { IconPencil } from "@/ui/icons";
import { Recipient } from "../Recipient";
import classes from "./DraftEditor.module.css";
import type { Customer } from "./draft";

type Props = {
  customer: Customer;
  fields: Record<string, string>;
  onChange: (customer: Customer) => void;
};

/** Whom the offer names: read as an address, opened for writing. */
export function RecipientFields({ customer, fields, onChange }: Props) {
  const isRefused = Object.keys(fields).some((path) => path.startsWith("customer"));
  const [isWanted, want] = useState(!customer.name);
  const isOpen = isWanted || isRefused;
  return (
    <section className={classes.recipient} aria-label={texts.quotes.recipient}>
      <header className={classes.label}>
        {texts.quotes.recipient}
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={isOpen ? null : <IconPencil size={12} aria-hidden />}
          aria-label={isOpen ? undefined : texts.quotes.editRecipient}
          onClick={() => want(!isOpen)}
        >
          {isOpen ? texts.quotes.closeRecipient : texts.ui.edit}
        </Button>
      </header>
      {isOpen ? (
        <Fields customer={customer} fields={fields} onChange={onChange} />
      ) : (
        <Recipient customer={customer} />
      )}
    </section>
  );
}

function Fields({ customer, fields, onChange }: Props) {
  const known = useMemo(countries, []);
  const own = (name: Exclude<keyof Customer, "address">) => ({
    value: customer[name] ?? "",
    error: fields[`customer.${name}`],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...customer, [name]: event.currentTarget.value }),
  });
  const place = (name: keyof Address) => ({
    value: customer.address[name] ?? "",
    error: fields[`customer.address.${name}`],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({
        ...customer,
        address: { ...customer.address, [name]: event.currentTarget.value },
      }),
  });
  return (
    <div className={classes.fields}>
      <TextInput label={texts.quotes.customerName} dir="auto" {...own("name")} />
      <TextInput label={texts.quotes.contactName} dir="auto" {...own("contact_name")} />
      <TextInput label={texts.quotes.email} type="email" {...own("email")} />
      <TextInput label={texts.quotes.phone} type="tel" {...own("phone")} />
      <TextInput label={texts.quotes.line1} dir="auto" {...place("line1")} />
      <TextInput label={texts.quotes.line2} dir="auto" {...place("line2")} />
      <TextInput label={texts.quotes.postcode} {...place("postcode")} />
      <TextInput label={texts.quotes.city} dir="auto" {...place("city")} />
      <Select
        label={texts.quotes.country}
        data={known}
        searchable
        clearable
        value={customer.address.country}
        error={fields["customer.address.country"]}
        onChange={(country) => onChange({ ...customer, address: { ...customer.address, country } })}
      />
      <TextInput label={texts.quotes.vatId} {...own("vat_id")} />
    </div>
  );
}
