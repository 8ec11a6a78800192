import { createFileRoute } from "@tanstack/react-router";
import { TaxesSection } from "@/features/settings/taxes/TaxesSection";

export const Route = createFileRoute("/_app/settings/taxes")({ component: TaxesSection });
