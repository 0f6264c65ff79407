import { Menu } from "@mantine/core";
import { IconArrowBackUp, IconCheck, IconDots } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { TableView } from "../../../../shared/api/views.ts";
import type { TableMode } from "../../../../shared/rules/rule.ts";
import { edit } from "../../../state/session-store.ts";
import { resetRules } from "../logic/bulk-edits.ts";

interface Props {
  readonly table: TableView;
}

const modes: readonly { readonly mode: TableMode; readonly label: string; readonly help: string }[] = [
  { mode: "generate", label: "Generate rows", help: "An export writes them" },
  { mode: "existing", label: "Use existing rows", help: "Already in the target, used for keys" },
  { mode: "skip", label: "Skip this table", help: "Nothing is written" },
];

export function TableMenu({ table }: Props): ReactNode {
  const edited = table.columns.filter((column) => column.edited).map((column) => column.column.name);
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={248} shadow="md" radius="lg">
      <Menu.Target>
        <button type="button" className="ibtn" aria-label={`More for ${table.name}`} title="More">
          <IconDots className="i" stroke={1.5} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="popover">
        <Menu.Label>Rows of {table.name}</Menu.Label>
        {modes.map(({ mode, label, help }) => (
          <Menu.Item
            key={mode}
            className="tm-item"
            leftSection={
              <span className="tm-tick">
                {table.mode === mode ? <IconCheck className="i i-sm" stroke={1.5} aria-hidden="true" /> : null}
              </span>
            }
            onClick={() => (table.mode === mode ? undefined : edit({ kind: "set-mode", table: table.id, mode }))}
          >
            <span>{label}</span>
            <span className="tm-help">{help}</span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          disabled={edited.length === 0}
          leftSection={<IconArrowBackUp className="i i-sm" stroke={1.5} aria-hidden="true" />}
          onClick={() => edit(resetRules(table.id, edited))}
        >
          All columns back to suggestion
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
