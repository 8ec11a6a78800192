import { lazy, Suspense, useState } from "react";
import { useSoon } from "@/ui/soon";
import { UserFace } from "./UserFace";

const load = () => import("./OpenUserMenu").then((module) => ({ default: module.OpenUserMenu }));
const OpenUserMenu = lazy(load);

/** Who is at the screen; what is theirs is loaded after the page, and opens when it is asked for. */
export function UserMenu() {
  const [isWanted, want] = useState(false);
  useSoon(load);
  const face = <UserFace aria-haspopup="menu" aria-expanded={false} onClick={() => want(true)} />;
  if (!isWanted) return face;
  return (
    <Suspense fallback={face}>
      <OpenUserMenu />
    </Suspense>
  );
}
