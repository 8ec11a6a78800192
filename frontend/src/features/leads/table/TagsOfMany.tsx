import { Combobox, UnstyledButton, useCombobox } from "@mantine/core";
import { useId, useState } from "react";
import type { Lead } from "@/api/types.gen";
import { texts } from "@/texts";
import { withoutTag, withTag } from "../bulk";
import type { ChangeMany } from "./BulkBar";
import classes from "./bulk.module.css";

type Props = { leads: Lead[]; tagsKnown: () => readonly string[]; change: ChangeMany };

/** Adds a tag to all selected leads, or takes one away from all; their other tags stay. */
export function TagsOfMany({ leads, tagsKnown, change }: Props) {
  const [typed, type] = useState("");
  const list = useId();
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => type(""),
  });
  const choose = (option: string) => {
    combobox.closeDropdown("keyboard");
    const tag = option.slice(1);
    const tagsOf = ({ tags }: Lead) =>
      option.startsWith("-") ? withoutTag(tags, tag) : withTag(tags, tag);
    change({
      change: (lead) => ({ tags: tagsOf(lead) }),
      undo: (lead) => ({ tags: lead.tags }),
      shown: (lead) => ({ tags: tagsOf(lead) }),
      says: texts.leads.taggedMany(leads.length),
    });
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
      keepMounted={false}
      width={230}
      position="bottom-start"
      zIndex={320}
      shadow="md"
    >
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        <UnstyledButton
          className={classes.open}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          onClick={() => combobox.toggleDropdown()}
        >
          {texts.leads.tags}
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          role="combobox"
          aria-expanded
          aria-controls={list}
          value={typed}
          onChange={(event) => {
            type(event.currentTarget.value);
            combobox.updateSelectedOptionIndex();
          }}
          placeholder={texts.leads.addTag}
          aria-label={texts.leads.addTag}
        />
        <Offered id={list} typed={typed.trim()} leads={leads} tagsKnown={tagsKnown} />
      </Combobox.Dropdown>
    </Combobox>
  );
}

type OfferedProps = Omit<Props, "change"> & { id: string; typed: string };

function Offered({ id, typed, leads, tagsKnown }: OfferedProps) {
  const known = tagsKnown();
  const worn = [...new Set(leads.flatMap((lead) => lead.tags))];
  const fits = (tag: string) => tag.toLowerCase().includes(typed.toLowerCase());
  const isNew = typed && !known.some((tag) => tag.toLowerCase() === typed.toLowerCase());
  const add = known.filter(fits).slice(0, 12);
  const remove = worn.filter(fits).slice(0, 12);
  return (
    <Combobox.Options id={id} mah={280} className={classes.options} aria-label={texts.leads.tags}>
      {isNew ? (
        <Combobox.Option value={`+${typed}`}>{texts.leads.newTag(typed)}</Combobox.Option>
      ) : null}
      {add.length > 0 ? (
        <Combobox.Group label={texts.leads.addTag}>
          {add.map((tag) => (
            <Combobox.Option key={tag} value={`+${tag}`}>
              {tag}
            </Combobox.Option>
          ))}
        </Combobox.Group>
      ) : null}
      {remove.length > 0 ? (
        <Combobox.Group label={texts.leads.removeTag}>
          {remove.map((tag) => (
            <Combobox.Option key={tag} value={`-${tag}`}>
              {tag}
            </Combobox.Option>
          ))}
        </Combobox.Group>
      ) : null}
    </Combobox.Options>
  );
}
