import { Select, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useMemo } from "react";
import type { WorkspaceNotice } from "@/api/types.gen";
import { countries } from "@/lib/regions";
import { texts } from "@/texts";
import { Part } from "../Section";
import classes from "./Company.module.css";
import type { CompanyValues } from "./values";

const words = texts.company;

/** What each part of the form is made of; notices say what looks wrong although it was taken. */
export type PartProps = {
  form: UseFormReturnType<CompanyValues>;
  notices: readonly WorkspaceNotice[];
};

export function NamesPart({ form }: PartProps) {
  return (
    <Part title={words.names} text={words.namesText}>
      <TextInput label={words.name} required {...form.getInputProps("name")} />
      <TextInput label={words.legalName} {...form.getInputProps("legal_name")} />
    </Part>
  );
}

export function AddressPart({ form }: PartProps) {
  const lands = useMemo(countries, []);
  return (
    <Part title={words.address} text={words.addressText}>
      <TextInput label={words.line1} {...form.getInputProps("address.line1")} />
      <TextInput label={words.line2} {...form.getInputProps("address.line2")} />
      <div className={classes.pair}>
        <TextInput label={words.postcode} {...form.getInputProps("address.postcode")} />
        <TextInput label={words.city} {...form.getInputProps("address.city")} />
        <TextInput label={words.region} {...form.getInputProps("address.region")} />
        <Select
          label={words.country}
          data={lands}
          searchable
          {...form.getInputProps("address.country")}
        />
      </div>
    </Part>
  );
}

export function ContactPart({ form }: PartProps) {
  return (
    <Part title={words.contact} text={words.contactText}>
      <TextInput label={words.email} type="email" {...form.getInputProps("email")} />
      <div className={classes.pair}>
        <TextInput label={words.phone} type="tel" {...form.getInputProps("phone")} />
        <TextInput label={words.website} inputMode="url" {...form.getInputProps("website")} />
      </div>
    </Part>
  );
}

export function RegistrationsPart({ form, notices }: PartProps) {
  const notice = notices.find((one) => one.field === "vat_id")?.message;
  return (
    <Part title={words.registrations} text={words.registrationsText}>
      <div className={classes.pair}>
        <TextInput
          label={words.vatId}
          description={notice}
          inputWrapperOrder={["label", "input", "description", "error"]}
          classNames={{ description: classes.notice }}
          {...form.getInputProps("vat_id")}
        />
        <TextInput label={words.taxNumber} {...form.getInputProps("tax_number")} />
      </div>
      <TextInput
        label={words.registration}
        placeholder={words.registrationHint}
        {...form.getInputProps("registration")}
      />
    </Part>
  );
}

export function BankPart({ form }: PartProps) {
  return (
    <Part title={words.bank} text={words.bankText}>
      <TextInput label={words.iban} {...form.getInputProps("iban")} />
      <TextInput label={words.bic} {...form.getInputProps("bic")} />
    </Part>
  );
}
