import { Outlet } from "@tanstack/react-router";
import { useState } from "react";
import { texts } from "@/texts";
import { usePhone } from "@/ui/usePhone";
import { useLive } from "../live";
import type { Dialog } from "./acts";
import { BottomBar } from "./BottomBar";
import { Everywhere } from "./Everywhere";
import classes from "./Shell.module.css";
import { SideBar } from "./SideBar";

/** The frame around every page: a side bar on wide screens, a bottom bar on phones. */
export function Shell() {
  const isPhone = usePhone();
  useLive();
  const [dialog, open] = useState<Dialog | null>(null);
  return (
    <div className={classes.frame} data-phone={isPhone || undefined}>
      <a className={classes.skip} href="#main">
        {texts.app.skip}
      </a>
      {isPhone ? null : <SideBar open={open} />}
      <main className={classes.main} id="main" tabIndex={-1}>
        <Outlet />
      </main>
      {isPhone ? <BottomBar open={open} /> : null}
      <Everywhere dialog={dialog} open={open} />
    </div>
  );
}
