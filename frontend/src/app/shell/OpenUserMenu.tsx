import { Menu, useMantineColorScheme } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { texts } from "@/texts";
import { IconCode, IconLogout, IconMoon, IconSun, IconSunMoon, IconUser } from "@/ui/icons";
import { useSignOut } from "@/workspace/session";
import { UserFace } from "./UserFace";

const SCHEMES = [
  { value: "light", label: texts.app.light, icon: IconSun },
  { value: "dark", label: texts.app.dark, icon: IconMoon },
  { value: "auto", label: texts.app.asTheSystem, icon: IconSunMoon },
] as const;

/** Own settings, appearance, the way out; opens as it comes. */
export function OpenUserMenu() {
  const signOut = useSignOut();
  const [opened, open] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    target.current?.focus();
    open(true);
  }, []);
  return (
    <Menu
      opened={opened}
      onChange={open}
      position="top-start"
      width={216}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <UserFace ref={target} />
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
