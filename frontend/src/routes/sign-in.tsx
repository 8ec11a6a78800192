import { createFileRoute } from "@tanstack/react-router";
import { SignInPage } from "@/features/session/SignInPage";

export const Route = createFileRoute("/sign-in")({
  validateSearch: (search: Record<string, unknown>): { to?: string } =>
    typeof search.to === "string" && search.to.startsWith("/") ? { to: search.to } : {},
  component: SignInPage,
});
