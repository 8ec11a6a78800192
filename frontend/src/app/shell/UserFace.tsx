import { UnstyledButton } from "@mantine/core";
import type { ComponentPropsWithRef } from "react";
import { texts } from "@/texts";
import { IconSelector } from "@/ui/icons";
import { useMe } from "@/workspace/session";
import classes from "./UserMenu.module.css";

/** Who is at the screen, as the button of what is theirs. */
export function UserFace({ className = "", ...rest }: ComponentPropsWithRef<"button">) {
  const { user, role } = useMe();
  return (
    // What opens above it adds a class of its own.
    <UnstyledButton className={`${classes.button} ${className}`} {...rest}>
      <span className={classes.name}>{user.name}</span>
      <span className={classes.role}>{texts.team.roles[role]}</span>
      <IconSelector size={14} className={classes.sign} aria-hidden />
    </UnstyledButton>
  );
}
