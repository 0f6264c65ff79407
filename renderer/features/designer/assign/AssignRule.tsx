import { useState, type ReactNode } from "react";
import type { AssignmentHit } from "../../../../shared/api/assignment.ts";
import type { ColumnView } from "../../../../shared/api/views.ts";
import type { Rule } from "../../../../shared/rules/rule.ts";
import { RuleChip } from "../../../components/RuleChip.tsx";
import { RulePicker } from "../picker/RulePicker.tsx";
import { ParameterForm } from "../inspector/ParameterForm.tsx";
import { useCatalogue, useTable } from "../queries.ts";

/** The rule that was chosen, and how it reads. */
export interface ChosenRule {
  readonly rule: Rule;
  readonly label: string;
  readonly icon: string;
  readonly family: ColumnView["family"];
  /** The parameters that were asked for; "" where there are none. */
  readonly said: string;
}

interface Props {
  /** The first column that is meant: the picker tries rules there. */
  readonly first: AssignmentHit | undefined;
  /** The kinds of all that are meant: the picker offers what suits any of them. */
  readonly kinds: readonly string[];
  readonly chosen: ChosenRule | null;
  readonly onChoose: (rule: ChosenRule) => void;
}

/** The rule to assign: a chip, and under it the picker while it is open. */
export function AssignRule({ first, kinds, chosen, onChoose }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <div className="as-rule">
      <div className="row">
        <span className="lbl as-lbl">Rule</span>
        <RuleChip
          icon={chosen?.icon ?? "bolt"}
          label={chosen?.label ?? "Choose a rule"}
          family={chosen?.family ?? "none"}
          open={open}
          aria-expanded={open}
          disabled={first === undefined}
          onClick={() => setOpen(!open)}
        />
        {chosen === null || chosen.said === "" ? null : <span className="sm t2 clip">{chosen.said}</span>}
        {first === undefined ? null : (
          <span className="t3 xs clip">
            tried with {first.table}.{first.column}
          </span>
        )}
      </div>
      {open && first ? (
        <FirstColumnPicker
          key={`${first.table} ${first.column}`}
          first={first}
          kinds={kinds}
          chosen={chosen}
          onChoose={onChoose}
          onDone={() => setOpen(false)}
        />
      ) : null}
      {!open && first && chosen ? <ChosenParameters first={first} chosen={chosen} onChoose={onChoose} /> : null}
    </div>
  );
}

interface PickerProps extends Props {
  readonly first: AssignmentHit;
  readonly onDone: () => void;
}

function FirstColumnPicker({ first, kinds, chosen, onChoose, onDone }: PickerProps): ReactNode {
  const { data } = useTable(first.table);
  const view = data?.columns.find(({ column }) => column.name === first.column);
  if (!view) return null;
  return (
    <RulePicker
      table={first.table}
      column={view}
      rule={chosen?.rule ?? { kind: "default" }}
      kinds={kinds}
      autoFocus
      onPick={({ card: { label, icon, family }, rule, telling, description }) =>
        onChoose({ rule, label, icon, family, said: telling === true ? description : "" })
      }
      onDone={onDone}
    />
  );
}

/** The parameters of the chosen rule, with the columns of the first table to choose from. */
function ChosenParameters({
  first,
  chosen,
  onChoose,
}: Pick<PickerProps, "first" | "onChoose"> & { readonly chosen: ChosenRule }): ReactNode {
  const { data: table } = useTable(first.table);
  const { byId } = useCatalogue();
  const { rule } = chosen;
  const view = table?.columns.find(({ column }) => column.name === first.column);
  const card = rule.kind === "generate" && rule.custom === undefined ? byId.get(rule.generator) : undefined;
  if (!table || !view || !card || rule.kind !== "generate") return null;
  return (
    <div className="as-params">
      <ParameterForm
        table={table}
        card={card}
        targets={[{ view, rule }]}
        onRule={(changed) => onChoose({ ...chosen, rule: changed, said: "" })}
      />
    </div>
  );
}
