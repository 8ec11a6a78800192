import { lazy, Suspense, useState } from "react";
import { useSoon } from "@/ui/soon";
import { usePhone } from "@/ui/usePhone";

const load = () => import("./notifications").then((module) => ({ default: module.Notifications }));
const Notifications = lazy(load);

/** Where messages appear; one that comes before this part is loaded waits for it. */
export function Toasts() {
  const isPhone = usePhone();
  const [isTime, come] = useState(false);
  useSoon(() => come(true));
  if (!isTime) return null;
  // On a phone the lower edge belongs to the thumb.
  const position = isPhone ? "top-center" : "bottom-center";
  return (
    <Suspense>
      <Notifications position={position} limit={3} />
    </Suspense>
  );
}
