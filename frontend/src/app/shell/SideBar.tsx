import { Link } from "@tanstack/react-router";
import { texts } from "@/texts";
import { Mark } from "@/ui/Mark";
import { useMe } from "@/workspace/session";
import { PLACES } from "./places";
import classes from "./SideBar.module.css";
import { UserMenu } from "./UserMenu";

export function SideBar() {
  const { workspace } = useMe();
  return (
    <nav className={classes.bar} aria-label={texts.app.navigation}>
      <div className={classes.workspace}>
        <Mark />
        <span className={classes.name}>{workspace.name}</span>
      </div>
      {PLACES.map((place) => (
        <Link
          key={place.to}
          to={place.to}
          className={classes.place}
          activeOptions={{ exact: place.to === "/" }}
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
