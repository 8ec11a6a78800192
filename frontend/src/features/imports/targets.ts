import type { Target } from "@/api/types.gen";
import { useMe } from "@/workspace/session";

const NEEDED: Record<Target, string> = {
  leads: "write_own_leads",
  companies: "write_customers",
  contacts: "write_customers",
  products: "write_products",
  users: "administer",
};

/** What the person at the screen may bring in, the usual first. */
export function useTargets(): Target[] {
  const { rights } = useMe();
  return (Object.keys(NEEDED) as Target[]).filter((one) => rights.includes(NEEDED[one]));
}
