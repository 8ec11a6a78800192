import { Combobox, useCombobox } from "@mantine/core";
import { type ReactNode, useEffect, useId, useState } from "react";
import { IconCheck } from "../icons";
import classes from "./inplace.module.css";
import { Shown } from "./Shown";

export type Option = { value: string; label: string; mark?: ReactNode };

type Props = {
  label: string;
  options: readonly Option[];
  value: string | null;
  onChoose: (value: string) => void;
  /** The words in the search field. */
  find: string;
  nothingFound: string;
  startOpened?: boolean;
  onClosed?: () => void;
  /** The value as it is shown while closed. */
  children: ReactNode;
};

const MOST = 60;

/** One value out of a list, chosen in place: click or Enter opens it, typing narrows it. */
export function Choice({ label, options, value, onChoose, startOpened, onClosed, ...rest }: Props) {
  const [sought, seek] = useState("");
  const list = useId();
  const combobox = useCombobox({
    defaultOpened: startOpened,
    onDropdownClose: (source) => {
      seek("");
      if (source === "keyboard") combobox.focusTarget();
      onClosed?.();
    },
  });
  const { dropdownOpened, focusSearchInput, selectActiveOption, selectFirstOption } = combobox;
  useEffect(() => {
    if (!dropdownOpened) return;
    focusSearchInput();
    selectActiveOption();
  }, [dropdownOpened, focusSearchInput, selectActiveOption]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first match is marked at each letter
  useEffect(() => {
    if (sought) selectFirstOption();
  }, [sought]);
  const choose = (chosen: string) => {
    // First the act: whoever puts the editor away when it closes may have to ask something.
    if (chosen !== value) onChoose(chosen);
    combobox.closeDropdown("keyboard");
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
      keepMounted={false}
      width="max-content"
      position="bottom-start"
      zIndex={320}
      shadow="md"
      classNames={{ option: classes.choice }}
    >
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        <Shown
          label={label}
          aria-haspopup="listbox"
          aria-expanded={dropdownOpened}
          onClick={() => combobox.toggleDropdown()}
        >
          {rest.children}
        </Shown>
      </Combobox.Target>
      <Combobox.Dropdown miw={220}>
        <Combobox.Search
          role="combobox"
          aria-expanded
          aria-controls={list}
          value={sought}
          onChange={(event) => seek(event.currentTarget.value)}
          placeholder={rest.find}
          aria-label={rest.find}
        />
        <Options
          id={list}
          {...{ label, options, sought, value, nothingFound: rest.nothingFound }}
        />
      </Combobox.Dropdown>
    </Combobox>
  );
}

type OptionsProps = Pick<Props, "label" | "options" | "value" | "nothingFound"> & {
  id: string;
  sought: string;
};

function Options({ id, label, options, sought, value, nothingFound }: OptionsProps) {
  const found = options.filter((option) => matches(option.label, sought)).slice(0, MOST);
  return (
    <Combobox.Options id={id} mah="min(380px, 60vh)" className={classes.options} aria-label={label}>
      {found.length === 0 ? <Combobox.Empty>{nothingFound}</Combobox.Empty> : null}
      {found.map((option) => (
        <Combobox.Option
          key={option.value}
          value={option.value}
          active={option.value === value}
          aria-selected={option.value === value}
        >
          <span className={classes.option}>
            {option.mark}
            {option.label}
            {option.value === value ? <IconCheck size={14} className={classes.check} /> : null}
          </span>
        </Combobox.Option>
      ))}
    </Combobox.Options>
  );
}

const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether each sought word begins a word of the label, accents and case aside. */
export function matches(label: string, sought: string): boolean {
  const words = folded(label).split(/[\s.\-_/]+/);
  return folded(sought)
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
}
