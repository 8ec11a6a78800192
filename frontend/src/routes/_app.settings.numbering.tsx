import { createFileRoute } from "@tanstack/react-router";
import { NumberingSection } from "@/features/settings/numbering/NumberingSection";

export const Route = createFileRoute("/_app/settings/numbering")({ component: NumberingSection });
