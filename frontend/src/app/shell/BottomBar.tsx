import { Drawer, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { texts } from "@/texts";
import { IconDots, IconPlus, IconSearch } from "@/ui/icons";
import type { Dialog } from "./acts";
import classes from "./BottomBar.module.css";
import { usePlaces } from "./places";
import { UserMenu } from "./UserMenu";

type Props = { open: (dialog: Dialog) => void };

/** Where a thumb reaches: the places of the day, and the rest behind one button. */
export function BottomBar({ open }: Props) {
  const [isOpen, more] = useDisclosure();
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
      <Drawer
        opened={isOpen}
        onClose={more.close}
        position="bottom"
        size={430}
        title={texts.app.more}
      >
        <Rest open={open} close={more.close} />
      </Drawer>
    </nav>
  );
}

function Rest({ open, close }: Props & { close: () => void }) {
  const show = (dialog: Dialog) => {
    close();
    open(dialog);
  };
  return (
    <div className={classes.rest}>
      <UnstyledButton className={classes.other} onClick={() => show("palette")}>
        <IconSearch size={18} stroke={1.7} aria-hidden />
        {texts.app.search}
      </UnstyledButton>
      <UnstyledButton className={classes.other} onClick={() => show("new lead")}>
        <IconPlus size={18} stroke={1.7} aria-hidden />
        {texts.app.newLead}
      </UnstyledButton>
      {usePlaces()
        .filter((place) => !place.onPhone)
        .map((place) => (
          <Link key={place.to} to={place.to} className={classes.other} onClick={close}>
            <place.icon size={18} stroke={1.7} aria-hidden />
            {place.label}
          </Link>
        ))}
      <UserMenu />
    </div>
  );
}
