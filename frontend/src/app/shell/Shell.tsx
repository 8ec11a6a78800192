import { Outlet } from "@tanstack/react-router";
import { texts } from "@/texts";
import { usePhone } from "@/ui/usePhone";
import { BottomBar } from "./BottomBar";
import classes from "./Shell.module.css";
import { SideBar } from "./SideBar";

/** The frame around every page: a side bar on wide screens, a bottom bar on phones. */
export function Shell() {
  const isPhone = usePhone();
  return (
    <div className={classes.frame} data-phone={isPhone || undefined}>
      <a className={classes.skip} href="#main">
        {texts.app.skip}
      </a>
      {isPhone ? null : <SideBar />}
      <main className={classes.main} id="main" tabIndex={-1}>
        <Outlet />
      </main>
      {isPhone ? <BottomBar /> : null}
    </div>
  );
}
