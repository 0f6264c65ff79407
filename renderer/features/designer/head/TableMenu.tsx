import { Menu } from "@mantine/core";
import { IconArrowBackUp, IconDots, IconEyeSearch } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { TableView } from "../../../../shared/api/views.ts";
import { edit, useSession } from "../../../state/session-store.ts";
import { openValues } from "../designer-store.ts";
import { resetRules } from "../logic/bulk-edits.ts";
import { TableModeItems } from "./TableModeItems.tsx";

interface Props {
  readonly table: TableView;
}

export function TableMenu({ table }: Props): ReactNode {
  const edited = table.columns.filter((column) => column.edited).map((column) => column.column.name);
  const connected = useSession((state) => state.view?.source.connected) === true;
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={248} shadow="md" radius="lg">
      <Menu.Target>
        <button type="button" className="ibtn" aria-label={`More for ${table.name}`} title="More">
          <IconDots className="i" stroke={1.5} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="popover">
        <Menu.Label>Rows of {table.name}</Menu.Label>
        <TableModeItems table={table.id} mode={table.mode} />
        <Menu.Divider />
        <Menu.Item
          disabled={!connected}
          leftSection={<IconEyeSearch className="i i-sm" stroke={1.5} aria-hidden="true" />}
          onClick={openValues}
        >
          Look at the source’s values…
        </Menu.Item>
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
