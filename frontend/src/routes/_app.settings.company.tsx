import { createFileRoute } from "@tanstack/react-router";
import { CompanySection } from "@/features/settings/company/CompanySection";

export const Route = createFileRoute("/_app/settings/company")({ component: CompanySection });
