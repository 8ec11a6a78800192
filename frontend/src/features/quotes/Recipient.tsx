import type { Party } from "@/api/types.gen";
import { texts } from "@/texts";
import classes from "./Recipient.module.css";

type Props = {
  customer: Pick<Party, "name" | "contact_name" | "email" | "phone" | "vat_id" | "address">;
};

/** A customer as an envelope names it. */
export function Recipient({ customer }: Props) {
  const { address } = customer;
  const lines = [
    customer.contact_name,
    address.line1,
    address.line2,
    [address.postcode, address.city].filter(Boolean).join(" "),
    [address.region, countryName(address.country)].filter(Boolean).join(", "),
  ].filter(Boolean);
  const reach = [customer.email, customer.phone, customer.vat_id].filter(Boolean);
  if (!customer.name && lines.length === 0) {
    return <p className={classes.none}>{texts.quotes.noRecipient}</p>;
  }
  return (
    <address className={classes.party}>
      <strong>{customer.name}</strong>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
      <span className={classes.reach}>{reach.join(" · ")}</span>
    </address>
  );
}

function countryName(code: string | null): string | null {
  if (!code) return null;
  return new Intl.DisplayNames(undefined, { type: "region" }).of(code) ?? code;
}
