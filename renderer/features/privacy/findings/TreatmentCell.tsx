import type { ReactNode } from "react";
import type { FindingView } from "../../../../shared/api/privacy-views.ts";
import { RuleChip } from "../../../components/RuleChip.tsx";
import { useSession } from "../../../state/session-store.ts";
import { modeWords } from "../../designer/head/TableModeItems.tsx";
import { openMaskPicker, usePrivacy } from "../privacy-store.ts";
import { MaskMenu } from "./MaskMenu.tsx";
import { selectFinding } from "./select-finding.ts";

/** What becomes of a column, as a chip that lists what else may. */
export function TreatmentCell({ finding }: { readonly finding: FindingView }): ReactNode {
  const { table, column, decision, treatment, reason } = finding;
  const open = usePrivacy(({ picker }) => picker?.table === table && picker.column === column);
  const mode = useSession((state) => state.view?.tables.find(({ id }) => id === table)?.mode) ?? "generate";
  if (decision === "elsewhere") {
    return (
      <span className="t3 sm fc-elsewhere" title={`The rows of ${table} are ${modeWords[mode]}`}>
        {mode === "generate" ? "Generated" : "Not exported"}
      </span>
    );
  }
  const undecided = decision === "open";
  const chip = (
    <RuleChip
      icon={undecided ? "eye-off" : treatment.icon}
      label={undecided ? "Not masked" : treatment.label}
      family={undecided ? "none" : treatment.family}
      severity={undecided ? "error" : undefined}
      open={open}
      tabIndex={-1}
      title={undecided ? "Nobody has decided: choose a mask" : `${treatment.label}: ${reason ?? treatment.options}`}
      aria-haspopup="menu"
      aria-expanded={open}
      onClick={(event) => {
        event.stopPropagation();
        selectFinding(finding);
        openMaskPicker(open ? null : { table, column });
      }}
    />
  );
  return open ? <MaskMenu table={table} column={column} target={chip} onClose={closePicker} /> : chip;
}

function closePicker(): void {
  openMaskPicker(null);
  document.querySelector<HTMLElement>(".findings-view")?.focus({ preventScroll: true });
}
