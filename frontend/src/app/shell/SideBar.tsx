import { Kbd, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { texts } from "@/texts";
import { IconPlus, IconSearch } from "@/ui/icons";
import { Mark } from "@/ui/Mark";
import { useMay, useMe } from "@/workspace/session";
import type { Dialog } from "./acts";
import { usePlaces } from "./places";
import classes from "./SideBar.module.css";
import { UserMenu } from "./UserMenu";

export function SideBar({ open }: { open: (dialog: Dialog) => void }) {
  const { workspace } = useMe();
  const maySell = useMay("write_own_leads");
  return (
    <nav className={classes.bar} aria-label={texts.app.navigation}>
      <div className={classes.workspace}>
        <Mark />
        <span className={classes.name} title={workspace.name}>
          {workspace.name}
        </span>
      </div>
      <div className={classes.first}>
        <UnstyledButton className={classes.search} onClick={() => open("palette")}>
          <IconSearch size={15} stroke={1.8} aria-hidden />
          {texts.app.search}
          <Kbd className={classes.key}>{texts.app.searchKeys}</Kbd>
        </UnstyledButton>
        {maySell ? (
          <UnstyledButton
            className={classes.add}
            aria-label={texts.app.newLead}
            title={texts.app.newLeadByKey}
            onClick={() => open("new lead")}
          >
            <IconPlus size={17} stroke={1.8} aria-hidden />
          </UnstyledButton>
        ) : null}
      </div>
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
