import { type ReactNode, startTransition, useEffect, useState } from "react";

type Props = { children: ReactNode; meanwhile?: ReactNode };

/** Draws something heavy after the first paint, so that what it belongs to opens at once. */
export function Later({ children, meanwhile = null }: Props) {
  const [isTime, come] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => startTransition(() => come(true)));
    return () => cancelAnimationFrame(frame);
  }, []);
  return isTime ? children : meanwhile;
}
