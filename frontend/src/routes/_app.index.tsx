import { createFileRoute } from "@tanstack/react-router";
import { DashboardPage } from "@/features/metrics/DashboardPage";

export const Route = createFileRoute("/_app/")({ component: DashboardPage });
