import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { texts } from "@/texts";
import { IconArrowLeft, IconChevronRight } from "@/ui/icons";
import { usePhone } from "@/ui/usePhone";
import { useMay } from "@/workspace/session";
import classes from "./SettingsLayout.module.css";
import { GROUPS } from "./sections";

const words = texts.settings;

/** The sections beside the one that is open; on a phone the list first, then a section. */
export function SettingsLayout() {
  const isPhone = usePhone();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isList = path.replace(/\/$/, "") === "/settings";
  if (!isPhone)
    return (
      <div className={classes.frame}>
        <Sections />
        <div className={classes.content}>
          <Outlet />
        </div>
      </div>
    );
  if (isList) return <Sections />;
  return (
    <div className={classes.content}>
      <Link to="/settings" className={classes.back}>
        <IconArrowLeft size={18} aria-hidden />
        {words.title}
      </Link>
      <Outlet />
    </div>
  );
}

function Sections() {
  const isAdmin = useMay("administer");
  const isPhone = usePhone();
  const Title = isPhone ? "h1" : "p";
  return (
    <nav className={classes.nav} aria-label={words.navigation}>
      <Title className={classes.title}>{words.title}</Title>
      {GROUPS.map((group) => {
        const sections = group.sections.filter((section) => isAdmin || !section.admin);
        if (sections.length === 0) return null;
        return (
          <div key={group.name} className={classes.group}>
            <p className={classes.groupName}>{group.name}</p>
            {sections.map((section) => (
              <Link key={section.to} to={section.to} className={classes.section}>
                <section.icon size={16} stroke={1.7} aria-hidden />
                {section.label}
                {isPhone ? (
                  <IconChevronRight size={16} className={classes.open} aria-hidden />
                ) : null}
              </Link>
            ))}
          </div>
        );
      })}
      {isAdmin ? null : <p className={classes.rest}>{words.rest}</p>}
    </nav>
  );
}
