import { createFileRoute } from "@tanstack/react-router";
import { MeSection } from "@/features/settings/me/MeSection";

export const Route = createFileRoute("/_app/settings/me")({ component: MeSection });
