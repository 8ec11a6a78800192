import { UnstyledButton } from "@mantine/core";
import type { ComponentPropsWithRef, ReactNode } from "react";
import classes from "./inplace.module.css";

type Props = ComponentPropsWithRef<"button"> & {
  /** What the value is; read before it. */
  label: string;
  children: ReactNode;
};

/** A value that opens for editing when it is clicked or Enter is pressed on it. */
export function Shown({ label, children, className = "", ...rest }: Props) {
  // What opens below it adds a class of its own.
  return (
    <UnstyledButton className={`${classes.shown} ${className}`} {...rest}>
      <span className={classes.unseen}>{`${label}: `}</span>
      {children}
    </UnstyledButton>
  );
}

/** The same value for those who may not change it. */
export function OnlyShown({ children }: { children: ReactNode }) {
  return <span className={classes.shown}>{children}</span>;
}
