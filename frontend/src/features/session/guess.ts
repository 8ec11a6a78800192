import type { FirstRun } from "@/workspace/session";

/** The first-run form as it opens: what the browser knows of its place is filled in. */
export function beginning(): FirstRun {
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
