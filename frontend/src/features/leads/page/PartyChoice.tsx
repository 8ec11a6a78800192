import { Combobox, UnstyledButton, useCombobox } from "@mantine/core";
import { useState } from "react";
import { texts } from "@/texts";
import { IconPlus } from "@/ui/icons";
import classes from "./Rail.module.css";

type Found = { id: string; name: string; hint: string };

type Props = {
  /** What the button says. */
  label: string;
  find: string;
  found: readonly Found[];
  onSeek: (words: string) => void;
  onChoose: (id: string) => void;
  /** Makes a new one by the typed name. */
  onMake: (name: string) => void;
  onDetach?: (() => void) | undefined;
};

const MAKE = "make";
const DETACH = "detach";

/** Chooses a contact or a company by typing, among those who are known, or makes a new one. */
export function PartyChoice({ label, find, found, onSeek, ...acts }: Props) {
  const [typed, type] = useState("");
  const seek = (words: string) => {
    type(words);
    onSeek(words.trim());
    combobox.selectFirstOption();
  };
  const combobox = useCombobox({
    onDropdownOpen: () => {
      seek("");
      combobox.focusSearchInput();
    },
    onDropdownClose: () => type(""),
  });
  const name = typed.trim();
  const submit = (value: string) => {
    combobox.closeDropdown();
    if (value === MAKE) acts.onMake(name);
    else if (value === DETACH) acts.onDetach?.();
    else acts.onChoose(value);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={submit} position="bottom-start" width={300}>
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        <UnstyledButton
          className={classes.other}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          onClick={() => combobox.toggleDropdown()}
        >
          {label}
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={typed}
          onChange={(event) => seek(event.currentTarget.value)}
          placeholder={find}
          aria-label={find}
        />
        <Combobox.Options aria-label={label} mah={300} className={classes.options}>
          {found.map((one) => (
            <Combobox.Option key={one.id} value={one.id}>
              <span className={classes.option}>{one.name}</span>
              {one.hint ? <span className={classes.optionHint}>{one.hint}</span> : null}
            </Combobox.Option>
          ))}
          {name ? (
            <Combobox.Option value={MAKE}>
              <span className={classes.make}>
                <IconPlus size={14} aria-hidden />
                {texts.lead.make(name)}
              </span>
            </Combobox.Option>
          ) : null}
          {acts.onDetach && !name ? (
            <Combobox.Option value={DETACH}>{texts.lead.detach}</Combobox.Option>
          ) : null}
          {found.length === 0 && !name ? (
            <Combobox.Empty>{texts.lead.nothingFound}</Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
