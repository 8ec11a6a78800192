import { createFileRoute } from "@tanstack/react-router";
import { LeadPage } from "@/features/leads/LeadPage";

export const Route = createFileRoute("/_app/leads/$id")({ component: LeadPage });
