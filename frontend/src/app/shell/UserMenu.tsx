import { Menu, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { texts } from "@/texts";
import {
  IconCode,
  IconLogout,
  IconMoon,
  IconSelector,
  IconSun,
  IconSunMoon,
  IconUser,
} from "@/ui/icons";
import { useMe, useSignOut } from "@/workspace/session";
import classes from "./UserMenu.module.css";

const SCHEMES = [
  { value: "light", label: texts.app.light, icon: IconSun },
  { value: "dark", label: texts.app.dark, icon: IconMoon },
  { value: "auto", label: texts.app.asTheSystem, icon: IconSunMoon },
] as const;

/** Who is at the screen: own settings, appearance, the way out. */
export function UserMenu() {
  const { user, role } = useMe();
  const signOut = useSignOut();
  return (
    <Menu position="top-start" width={216} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={classes.button}>
          <span className={classes.name}>{user.name}</span>
          <span className={classes.role}>{texts.team.roles[role]}</span>
          <IconSelector size={14} className={classes.sign} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          to="/settings/me"
          leftSection={<IconUser size={15} aria-hidden />}
        >
          {texts.app.mySettings}
        </Menu.Item>
        <Menu.Item
          component="a"
          href="/api/docs"
          target="_blank"
          leftSection={<IconCode size={15} aria-hidden />}
        >
          {texts.app.documentation}
        </Menu.Item>
        <Menu.Divider />
        <Appearance />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={15} aria-hidden />}
          onClick={() => signOut.mutate()}
        >
          {texts.app.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{texts.app.appearance}</Menu.Label>
      <Menu.RadioGroup
        value={colorScheme}
        onChange={(scheme) => setColorScheme(scheme as typeof colorScheme)}
      >
        {SCHEMES.map((scheme) => (
          <Menu.RadioItem
            key={scheme.value}
            value={scheme.value}
            rightSection={<scheme.icon size={15} aria-hidden />}
          >
            {scheme.label}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
