import { Drawer, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { texts } from "@/texts";
import { IconPlus, IconSearch } from "@/ui/icons";
import { useMay } from "@/workspace/session";
import type { Dialog } from "./acts";
import classes from "./BottomBar.module.css";
import { usePlaces } from "./places";
import { UserMenu } from "./UserMenu";

type Props = { open: (dialog: Dialog) => void; opened: boolean; onClose: () => void };

/** The places and acts that have no room in the bar of a phone. */
export function OtherPlaces({ open, opened, onClose }: Props) {
  return (
    <Drawer opened={opened} onClose={onClose} position="bottom" size={430} title={texts.app.more}>
      <Rest open={open} close={onClose} />
    </Drawer>
  );
}

type RestProps = { open: (dialog: Dialog) => void; close: () => void };

function Rest({ open, close }: RestProps) {
  const maySell = useMay("write_own_leads");
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
      {maySell ? (
        <UnstyledButton className={classes.other} onClick={() => show("new lead")}>
          <IconPlus size={18} stroke={1.7} aria-hidden />
          {texts.app.newLead}
        </UnstyledButton>
      ) : null}
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
