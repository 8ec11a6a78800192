import { createFileRoute, Navigate } from "@tanstack/react-router";
import { usePhone } from "@/ui/usePhone";
import { useMay } from "@/workspace/session";

export const Route = createFileRoute("/_app/settings/")({ component: First });

/** On a phone the list of sections is the page; elsewhere one of them is open. */
function First() {
  const isAdmin = useMay("administer");
  if (usePhone()) return null;
  return <Navigate to={isAdmin ? "/settings/company" : "/settings/me"} replace />;
}
