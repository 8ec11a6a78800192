import { lazy, Suspense, useEffect, useRef } from "react";
import { useSoon } from "@/ui/soon";
import { useIsSessionOver, watchSessions } from "@/workspace/expiry";
import { useMe } from "@/workspace/session";

const load = () => import("./AskAgain").then((module) => ({ default: module.AskAgain }));
const AskAgain = lazy(load);

/** Asks for the password over the page when the session has ended; what waited then goes on. */
export function SignInAgain() {
  const { user } = useMe();
  const first = useRef(user.id);
  useEffect(watchSessions, []);
  useEffect(() => {
    // Somebody else has signed in, here or in another tab: nothing of the first may stay.
    if (user.id !== first.current) window.location.assign("/");
  }, [user.id]);
  useSoon(load);
  return <Suspense>{useIsSessionOver() ? <AskAgain /> : null}</Suspense>;
}
