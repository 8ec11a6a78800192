import { UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useRef } from "react";
import { texts } from "@/texts";
import { IconDots } from "@/ui/icons";
import { useSoon } from "@/ui/soon";
import type { Dialog } from "./acts";
import classes from "./BottomBar.module.css";
import { usePlaces } from "./places";

const load = () => import("./OtherPlaces").then((module) => ({ default: module.OtherPlaces }));
const OtherPlaces = lazy(load);

type Props = { open: (dialog: Dialog) => void };

/** Where a thumb reaches: the places of the day, and the rest behind one button. */
export function BottomBar({ open }: Props) {
  const [isOpen, more] = useDisclosure();
  const wasOpen = useRef(false);
  if (isOpen) wasOpen.current = true;
  useSoon(load);
  return (
    <nav className={classes.bar} aria-label={texts.app.navigation}>
      {usePlaces()
        .filter((place) => place.onPhone)
        .map((place) => (
          <Link
            key={place.to}
            to={place.to}
            className={classes.place}
            activeOptions={{ exact: place.to === "/", includeSearch: false }}
          >
            <place.icon size={20} stroke={1.7} aria-hidden />
            {place.label}
          </Link>
        ))}
      <UnstyledButton className={classes.place} onClick={more.open} aria-expanded={isOpen}>
        <IconDots size={20} stroke={1.7} aria-hidden />
        {texts.app.more}
      </UnstyledButton>
      <Suspense>
        {wasOpen.current ? <OtherPlaces open={open} opened={isOpen} onClose={more.close} /> : null}
      </Suspense>
    </nav>
  );
}
