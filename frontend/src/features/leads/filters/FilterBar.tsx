import { Button, Drawer, Popover, UnstyledButton } from "@mantine/core";
import { memo, type ReactNode, useState } from "react";
import { texts } from "@/texts";
import { IconFilter, IconX } from "@/ui/icons";
import { SearchField } from "@/ui/SearchField";
import { usePhone } from "@/ui/usePhone";
import { usePeople, useStages } from "@/workspace/reference";
import { useMe } from "@/workspace/session";
import { FilterForm } from "./FilterForm";
import classes from "./filters.module.css";
import { activeFilters, type LeadsSearch } from "./search";
import { filterInWords } from "./words";

type Props = {
  search: LeadsSearch;
  narrow: (set: Partial<LeadsSearch>) => void;
  replace: (search: LeadsSearch) => void;
  count: number | undefined;
  /** The tags that are known, asked for when the filters open. */
  tagsKnown: () => readonly string[];
  /** What stands at the end of the bar. */
  children?: ReactNode;
};

/** Search, filters, and the filters that are set, each with a way to drop it. */
export const FilterBar = memo(function FilterBar(props: Props) {
  const { search, narrow, replace, count, tagsKnown, children } = props;
  const isPhone = usePhone();
  const form = <Form search={search} narrow={narrow} tagsKnown={tagsKnown} />;
  return (
    <search className={classes.bar}>
      <SearchField
        q={search.q ?? ""}
        onSearch={(q) => narrow({ q })}
        label={texts.leads.search}
        placeholder={texts.leads.searchPlaceholder}
        keys={{ group: texts.leads.keys, says: texts.leads.search }}
        className={classes.search}
      />
      {isPhone ? <Sheet count={count}>{form}</Sheet> : <Panel>{form}</Panel>}
      <Active search={search} narrow={narrow} replace={replace} />
      <div className={classes.end}>{children}</div>
    </search>
  );
});

type FormProps = Pick<Props, "search" | "narrow" | "tagsKnown">;

function Form({ search, narrow, tagsKnown }: FormProps) {
  const [tags] = useState(tagsKnown);
  return <FilterForm search={search} narrow={narrow} tags={tags} />;
}

const icon = <IconFilter size={15} stroke={1.7} aria-hidden />;

function Panel({ children }: { children: ReactNode }) {
  return (
    <Popover
      width={460}
      position="bottom-start"
      trapFocus
      returnFocus
      shadow="md"
      transitionProps={{ duration: 0 }}
      closeOnClickOutside
      clickOutsideEvents={["mousedown"]}
    >
      <Popover.Target>
        <Button size="xs" variant="default" leftSection={icon}>
          {texts.leads.filter}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label={texts.leads.addFilter}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}

function Sheet({ count, children }: { count: number | undefined; children: ReactNode }) {
  const [opened, open] = useState(false);
  return (
    <>
      <Button variant="default" h={44} leftSection={icon} onClick={() => open(true)}>
        {texts.leads.filter}
      </Button>
      <Drawer
        opened={opened}
        onClose={() => open(false)}
        position="bottom"
        size="85%"
        title={texts.leads.filters}
        classNames={{ body: classes.sheet }}
        closeButtonProps={{ "aria-label": texts.ui.close }}
      >
        {children}
        <Button fullWidth h={44} mt="md" onClick={() => open(false)}>
          {texts.leads.showResults(count)}
        </Button>
      </Drawer>
    </>
  );
}

function Active({ search, narrow, replace }: Pick<Props, "search" | "narrow" | "replace">) {
  const known = {
    stages: useStages(),
    people: usePeople(),
    currency: useMe().workspace.currency,
  };
  const active = activeFilters(search).filter((name) => name !== "q");
  if (active.length === 0) return null;
  return (
    <div className={classes.active}>
      {active.map((name) => {
        const words = filterInWords(search, name, known);
        return (
          <UnstyledButton
            key={name}
            className={classes.chip}
            onClick={() => narrow({ [name]: undefined })}
            aria-label={texts.leads.dropFilter(words)}
          >
            <span className={classes.words}>{words}</span>
            <IconX size={12} aria-hidden />
          </UnstyledButton>
        );
      })}
      <UnstyledButton className={classes.clear} onClick={() => replace({ sort: search.sort })}>
        {texts.leads.clearFilters}
      </UnstyledButton>
    </div>
  );
}
