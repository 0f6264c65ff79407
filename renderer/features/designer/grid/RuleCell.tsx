import { Popover } from "@mantine/core";
import type { ReactNode } from "react";
import { RuleChip } from "../../../components/RuleChip.tsx";
import { selectColumn, useSession } from "../../../state/session-store.ts";
import { MaskMenu } from "../../privacy/findings/MaskMenu.tsx";
import { closePicker, openPicker, useDesigner } from "../designer-store.ts";
import { RulePicker } from "../picker/RulePicker.tsx";
import type { GridRow } from "./grid-columns.tsx";

/** The rule as a chip; a click opens the picker on it. */
export function RuleCell({ row }: { readonly row: GridRow }): ReactNode {
  const { view, table, rule } = row;
  const { name } = view.column;
  const open = useDesigner((state) => state.picker === name);
  const masked = useSession((state) => state.view?.tables.find(({ id }) => id === table)?.mode) === "mask";
  const severity =
    view.problems.find((problem) => problem.severity === "error")?.severity ?? view.problems[0]?.severity;
  const chip = (
    <RuleChip
      icon={view.icon}
      label={view.label}
      family={view.family}
      severity={severity}
      open={open}
      tabIndex={-1}
      title={view.column.generated === undefined ? `${view.label}: choose another rule (R)` : view.label}
      aria-haspopup="dialog"
      aria-expanded={open}
      disabled={view.column.generated !== undefined}
      onClick={(event) => {
        event.stopPropagation();
        selectColumn(name);
        if (open) closePicker();
        else openPicker(name);
      }}
    />
  );
  if (!open) return chip;
  if (masked) return <MaskMenu table={table} column={name} target={chip} onClose={backToGrid} />;
  // The popover is there for the open one only: a table of a thousand columns would carry a thousand.
  return (
    <Popover
      opened
      onDismiss={closePicker}
      // Escape first empties the search box; the picker closes itself.
      closeOnEscape={false}
      position="bottom-start"
      width={380}
      shadow="md"
      radius="lg"
      trapFocus
      withinPortal
      // The library names the dialog after the chip, which says the present rule.
      withRoles={false}
    >
      <Popover.Target>{chip}</Popover.Target>
      <Popover.Dropdown
        className="popover pk-drop"
        role="dialog"
        aria-label={`Rule for ${name}`}
        onKeyDown={(event) => event.stopPropagation()}
        onMouseDown={(event) => event.stopPropagation()}
        onClick={(event) => event.stopPropagation()}
      >
        <RulePicker table={table} column={view} rule={rule} onDone={backToGrid} autoFocus />
      </Popover.Dropdown>
    </Popover>
  );
}

function backToGrid(): void {
  closePicker();
  document.querySelector<HTMLElement>(".cg")?.focus({ preventScroll: true });
}
