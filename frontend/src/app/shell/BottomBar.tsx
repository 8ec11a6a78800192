import { Link } from "@tanstack/react-router";
import { texts } from "@/texts";
import classes from "./BottomBar.module.css";
import { PLACES } from "./places";

export function BottomBar() {
  return (
    <nav className={classes.bar} aria-label={texts.app.navigation}>
      {PLACES.filter((place) => place.onPhone).map((place) => (
        <Link
          key={place.to}
          to={place.to}
          className={classes.place}
          activeOptions={{ exact: place.to === "/" }}
        >
          <place.icon size={20} stroke={1.7} aria-hidden />
          {place.label}
        </Link>
      ))}
    </nav>
  );
}
