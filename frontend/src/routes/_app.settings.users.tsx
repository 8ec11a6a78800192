import { createFileRoute } from "@tanstack/react-router";
import { UsersSection } from "@/features/settings/users/UsersSection";

export const Route = createFileRoute("/_app/settings/users")({ component: UsersSection });
