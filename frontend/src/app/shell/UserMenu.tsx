import { Menu, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { texts } from "@/texts";
import { IconLogout, IconMoon, IconSun, IconSunMoon } from "@/ui/icons";
import { useMe, useSignOut } from "@/workspace/session";
import classes from "./UserMenu.module.css";

const SCHEMES = [
  { value: "light", label: texts.app.light, icon: IconSun },
  { value: "dark", label: texts.app.dark, icon: IconMoon },
  { value: "auto", label: texts.app.asTheSystem, icon: IconSunMoon },
] as const;

export function UserMenu() {
  const { user, role } = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const leave = () =>
    signOut.mutate({}, { onSuccess: () => navigate({ to: "/sign-in", search: {} }) });
  return (
    <Menu position="top-start" width={200} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={classes.button}>
          <span className={classes.name}>{user.name}</span>
          <span className={classes.role}>{role}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{texts.app.appearance}</Menu.Label>
        {SCHEMES.map((scheme) => (
          <Menu.Item
            key={scheme.value}
            leftSection={<scheme.icon size={15} aria-hidden />}
            onClick={() => setColorScheme(scheme.value)}
            fw={colorScheme === scheme.value ? 640 : undefined}
          >
            {scheme.label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={15} aria-hidden />} onClick={leave}>
          {texts.app.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
