import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { texts } from "@/texts";
import { IconSearch } from "@/ui/icons";
import { Modal } from "@/ui/Modal";
import { takeTyped } from "@/ui/typedAhead";
import { type Hit, type HitGroup, useHits } from "./hits";
import classes from "./Palette.module.css";

const TYPING_PAUSE = 120;

type Props = { opened: boolean; onClose: () => void; acts: Hit[] };

/** One field that finds any record and does the common acts. */
export function Palette({ opened, onClose, acts }: Props) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={texts.search.title}
      withCloseButton={false}
      size="lg"
      yOffset="12vh"
      classNames={{ header: classes.hidden, body: classes.body }}
      transitionProps={{ duration: 0 }}
    >
      <Choices acts={acts} onClose={onClose} />
    </Modal>
  );
}

function Choices({ acts, onClose }: Omit<Props, "opened">) {
  const [words, setWords] = useState("");
  const [searched] = useDebouncedValue(words.trim(), TYPING_PAUSE);
  const { groups, isSearching } = useHits(searched);
  // Its list is the whole dialog: closing the one closes the other.
  const combobox = useCombobox({
    opened: true,
    onOpenedChange: (isOpen) => {
      if (!isOpen) onClose();
    },
  });
  const shown = [...groups, ...matching(acts, words)];
  const count = shown.reduce((sum, group) => sum + group.hits.length, 0);
  const first = shown[0]?.hits[0]?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the choice begins anew with new results
  useEffect(() => {
    combobox.selectFirstOption();
  }, [first, count]);
  const choose = (id: string) => {
    onClose();
    shown
      .flatMap(({ hits }) => hits)
      .find((hit) => hit.id === id)
      ?.act();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          data-autofocus
          variant="unstyled"
          size="md"
          className={classes.field}
          aria-label={texts.search.title}
          placeholder={texts.search.placeholder}
          leftSection={<IconSearch size={17} aria-hidden />}
          value={words}
          onFocus={() => setWords((before) => before + takeTyped())}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options
        tabIndex={0}
        aria-label={texts.search.title}
        className={classes.options}
        mah="52vh"
      >
        {shown.map((group) => (
          <Combobox.Group key={group.name} label={group.name}>
            {group.hits.map((hit) => (
              <Combobox.Option key={hit.id} value={hit.id} className={classes.option}>
                <span className={classes.name}>{hit.name}</span>
                <span className={classes.note}>{hit.note}</span>
              </Combobox.Option>
            ))}
          </Combobox.Group>
        ))}
        {count === 0 && !isSearching ? (
          <Combobox.Empty>{texts.search.nothing(words)}</Combobox.Empty>
        ) : null}
      </Combobox.Options>
      <p className={classes.foot}>
        <span aria-live="polite">{searched && !isSearching ? texts.search.found(count) : ""}</span>
        <span>{texts.search.keys}</span>
      </p>
    </Combobox>
  );
}

function matching(acts: Hit[], words: string): HitGroup[] {
  const typed = words.trim().toLocaleLowerCase();
  const hits = acts.filter(({ name }) => name.toLocaleLowerCase().includes(typed));
  return hits.length > 0 ? [{ name: texts.search.acts, hits }] : [];
}
