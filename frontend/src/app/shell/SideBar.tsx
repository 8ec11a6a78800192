import { Kbd, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { texts } from "@/texts";
import { IconSearch } from "@/ui/icons";
import { Mark } from "@/ui/Mark";
import { useMe } from "@/workspace/session";
import type { Dialog } from "./acts";
import { usePlaces } from "./places";
import classes from "./SideBar.module.css";
import { UserMenu } from "./UserMenu";

export function SideBar({ open }: { open: (dialog: Dialog) => void }) {
  const { workspace } = useMe();
  return (
    <nav className={classes.bar} aria-label={texts.app.navigation}>
      <div className={classes.workspace}>
        <Mark />
        <span className={classes.name} title={workspace.name}>
          {workspace.name}
        </span>
      </div>
      <UnstyledButton className={classes.search} onClick={() => open("palette")}>
        <IconSearch size={15} stroke={1.8} aria-hidden />
        {texts.app.search}
        <Kbd className={classes.key}>{texts.app.searchKeys}</Kbd>
      </UnstyledButton>
      {usePlaces().map((place) => (
        <Link
          key={place.to}
          to={place.to}
          className={classes.place}
          activeOptions={{ exact: place.to === "/", includeSearch: false }}
        >
          <place.icon size={16} stroke={1.7} aria-hidden />
          {place.label}
        </Link>
      ))}
      <div className={classes.foot}>
        <UserMenu />
      </div>
    </nav>
  );
}
