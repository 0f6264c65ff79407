import { Menu } from "@mantine/core";
import type { ReactElement, ReactNode } from "react";
import { MaskPicker } from "./MaskPicker.tsx";

interface Props {
  readonly table: string;
  readonly column: string;
  /** What was clicked to open it. */
  readonly target: ReactElement;
  readonly onClose: () => void;
}

/** The masks of a column, open below the chip that shows the one in force. */
export function MaskMenu({ table, column, target, onClose }: Props): ReactNode {
  return (
    <Menu
      opened
      onClose={onClose}
      // The key that opened it would close it again.
      clickOutsideEvents={["mousedown", "touchstart"]}
      withInitialFocusPlaceholder={false}
      position="bottom-end"
      width={340}
      shadow="md"
      radius="lg"
    >
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown
        className="popover mask-menu"
        aria-label={`Mask for ${table}.${column}`}
        onClick={(event) => event.stopPropagation()}
        onMouseDown={(event) => event.stopPropagation()}
      >
        <MaskPicker table={table} column={column} onDone={onClose} />
      </Menu.Dropdown>
    </Menu>
  );
}
