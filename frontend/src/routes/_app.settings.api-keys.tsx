import { createFileRoute } from "@tanstack/react-router";
import { KeysSection } from "@/features/settings/keys/KeysSection";

export const Route = createFileRoute("/_app/settings/api-keys")({ component: KeysSection });
