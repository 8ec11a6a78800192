import { Select, type SelectProps } from "@mantine/core";
import type { Role } from "@/api/types.gen";
import { texts } from "@/texts";
import classes from "./RoleSelect.module.css";

const words = texts.team;
const ROLES = Object.entries(words.roles).map(([value, label]) => ({ value, label }));

type Props = Omit<SelectProps, "value" | "onChange" | "data"> & {
  value: Role;
  onChoose: (role: Role) => void;
};

/** Chooses what somebody may do; each role says what that is. */
export function RoleSelect({ value, onChoose, ...rest }: Props) {
  return (
    <Select
      data={ROLES}
      value={value}
      allowDeselect={false}
      maxDropdownHeight={340}
      onChange={(role) => role && role !== value && onChoose(role as Role)}
      comboboxProps={{ width: 300, position: "bottom-start" }}
      renderOption={({ option }) => (
        <div>
          <div>{option.label}</div>
          <div className={classes.roleText}>{words.roleTexts[option.value as Role]}</div>
        </div>
      )}
      {...rest}
    />
  );
}
