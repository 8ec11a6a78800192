import { Button, Checkbox, Popover, Stack, UnstyledButton } from "@mantine/core";
import { texts } from "@/texts";
import { IconColumns3 } from "../icons";
import classes from "./ColumnsMenu.module.css";
import type { GridColumn, GridRecord } from "./column";

type Props<Row extends GridRecord> = {
  columns: readonly GridColumn<Row>[];
  isShown: (id: string) => boolean;
  show: (id: string, isShown: boolean) => void;
  reset: () => void;
};

/** Chooses the columns of a grid. */
export function ColumnsMenu<Row extends GridRecord>({ columns, ...rest }: Props<Row>) {
  return (
    <Popover
      position="bottom-end"
      trapFocus
      returnFocus
      shadow="md"
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconColumns3 size={15} stroke={1.7} aria-hidden />}
        >
          {texts.grid.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={10} aria-label={texts.grid.columns}>
        <Stack gap={8}>
          {columns
            .filter((column) => !column.isName)
            .map(({ id, header }) => (
              <Checkbox
                key={id}
                size="xs"
                label={header}
                checked={rest.isShown(id)}
                onChange={(event) => rest.show(id, event.currentTarget.checked)}
              />
            ))}
          <UnstyledButton className={classes.reset} onClick={rest.reset}>
            {texts.grid.asFirst}
          </UnstyledButton>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
