import { ActionIcon, type ActionIconProps, Tooltip } from "@mantine/core";
import type { ComponentPropsWithRef } from "react";
import type { IconDots } from "@/ui/icons";

type Props = ActionIconProps &
  ComponentPropsWithRef<"button"> & { label: string; icon: typeof IconDots };

/** A button that is only an icon, with its words for those who point at it or hear it. */
export function RoundButton({ label, icon: Icon, ...rest }: Props) {
  return (
    <Tooltip label={label} withArrow>
      <ActionIcon variant="default" size={30} aria-label={label} {...rest}>
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
