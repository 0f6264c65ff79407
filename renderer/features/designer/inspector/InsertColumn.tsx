import { Menu } from "@mantine/core";
import { IconVariablePlus } from "@tabler/icons-react";
import type { ReactNode } from "react";

interface Props {
  readonly names: readonly string[];
  readonly onInsert: (name: string) => void;
}

/** Puts the name of a column at the caret of a template or an expression. */
export function InsertColumn({ names, onInsert }: Props): ReactNode {
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={220} shadow="md" radius="lg">
      <Menu.Target>
        <button type="button" className="ibtn" aria-label="Insert a column" title="Insert a column">
          <IconVariablePlus className="i i-sm" stroke={1.5} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="popover ic-menu">
        {names.map((name) => (
          <Menu.Item key={name} className="mono" onClick={() => onInsert(name)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
