import { Popover, Select, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { Invoice } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { countries } from "@/lib/regions";
import { texts } from "@/texts";
import { sayRefused } from "@/ui/toasts";
import { CompanySelect } from "../CompanySelect";
import { useChangeDraft } from "../drafting.queries";
import classes from "./Draft.module.css";
import type { Bind } from "./DraftSheet";
import type { Draft } from "./useDraft";

const words = texts.invoices;
const COUNTRIES = countries();

type Props = { invoice: Invoice; draft: Draft; bind: Bind };

/** To whom the invoice goes, as it will be printed. */
export function Recipient({ invoice, draft, bind }: Props) {
  const country = bind("customer.address.country");
  return (
    <section aria-labelledby="recipient">
      <div className={classes.sectionHead}>
        <h2 className={classes.heading} id="recipient">
          {words.recipient}
        </h2>
        <AnotherCompany invoice={invoice} draft={draft} />
      </div>
      <div className={classes.fields}>
        <Words label={words.name} {...bind("customer.name")} span={3} />
        <Words label={words.contactName} {...bind("customer.contact_name")} span={3} />
        <Words label={words.line1} {...bind("customer.address.line1")} span={3} />
        <Words label={words.line2} {...bind("customer.address.line2")} span={3} />
        <Words label={words.postcode} {...bind("customer.address.postcode")} span={2} />
        <Words label={words.city} {...bind("customer.address.city")} span={2} />
        <Words label={words.region} {...bind("customer.address.region")} span={2} />
        <div data-span={3} data-path={country["data-path"]}>
          <Select
            label={words.country}
            data={COUNTRIES}
            searchable
            withScrollArea={false}
            classNames={{ dropdown: classes.countries }}
            value={country.value || null}
            onChange={(code) => country.onChange(code ?? "")}
            error={country.error}
          />
        </div>
        <Words label={words.vatId} {...bind("customer.vat_id")} span={3} />
        <Words label={words.email} {...bind("customer.email")} span={6} type="email" />
      </div>
    </section>
  );
}

type WordsProps = ReturnType<Bind> & {
  label: string;
  span: number;
  type?: "email";
};

/** A field of one line. */
export function Words({ span, onChange, ...rest }: WordsProps) {
  return (
    <div data-span={span}>
      <TextInput
        {...rest}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

function AnotherCompany({ invoice, draft }: { invoice: Invoice; draft: Draft }) {
  const [opened, open] = useState(false);
  const change = useChangeDraft(invoice.id);
  const choose = async (id: string | null) => {
    if (!id || !(await draft.flush())) return;
    const { version } = draft.current.base;
    change.mutate(
      { change: { company_id: id }, version },
      {
        onSuccess: (answer) => {
          draft.replace(answer);
          open(false);
        },
        onError: (error) => sayRefused(refusalOf(error)),
      },
    );
  };
  return (
    <Popover
      opened={opened}
      onChange={open}
      position="bottom-end"
      width={300}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <UnstyledButton className={classes.link} onClick={() => open(!opened)}>
          {words.changeCompany}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="xs" c="dimmed" mb="xs">
          {words.changeCompanyText}
        </Text>
        <CompanySelect
          label={words.company}
          value={null}
          onChange={choose}
          autoFocus
          withinPortal={false}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
