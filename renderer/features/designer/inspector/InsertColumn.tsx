import { Menu } from "@mantine/core";
import { IconVariablePlus } from "@tabler/icons-react";
import type { ReactNode } from "react";

interface Props {
  /** The id of the template's field: the place of its caret is where the text goes. */
  readonly field: string;
  readonly text: string;
  readonly columns: readonly string[];
  readonly onInsert: (text: string) => void;
}

/** Puts `{{column}}` at the caret of a template. */
export function InsertColumn({ field, text, columns, onInsert }: Props): ReactNode {
  const insert = (name: string): void => {
    const input = document.getElementById(field);
    const shown = input instanceof HTMLInputElement ? input.value : text;
    const at = input instanceof HTMLInputElement ? (input.selectionEnd ?? shown.length) : shown.length;
    onInsert(`${shown.slice(0, at)}{{${name}}}${shown.slice(at)}`);
  };
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={220} shadow="md" radius="lg">
      <Menu.Target>
        <button type="button" className="ibtn" aria-label="Insert a column" title="Insert a column">
          <IconVariablePlus className="i i-sm" stroke={1.5} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="popover ic-menu">
        {["seq", ...columns].map((name) => (
          <Menu.Item key={name} className="mono" onClick={() => insert(name)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
