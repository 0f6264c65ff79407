import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconHelpCircle,
  IconRosetteDiscountCheck,
  type TablerIcon,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { ConstraintView } from "../../../../shared/api/views.ts";
import { formatInteger } from "../../../components/format.ts";
import { goToRow } from "../../../state/session-store.ts";
import { verdictWords } from "./constraint-words.ts";

interface Props {
  readonly constraints: readonly ConstraintView[];
  /** Called when a row was gone to. */
  readonly onGo?: () => void;
}

/** A shape and a colour for each verdict. */
const marks: Readonly<Record<ConstraintView["verdict"], { readonly Icon: TablerIcon; readonly tone: string }>> = {
  "by construction": { Icon: IconRosetteDiscountCheck, tone: "c-ok" },
  held: { Icon: IconCircleCheck, tone: "c-ok" },
  broken: { Icon: IconAlertTriangle, tone: "c-warn" },
  "not tried": { Icon: IconCircleDashed, tone: "t3" },
  "not understood": { Icon: IconHelpCircle, tone: "t2" },
};

/** What the rows must keep, and how far they do; the row that breaks a check is one click away. */
export function ConstraintList({ constraints, onGo }: Props): ReactNode {
  return (
    <ul className="cl">
      {constraints.map((constraint) => (
        <Item
          key={`${constraint.name} ${constraint.expression} ${constraint.columns.join(" ")}`}
          constraint={constraint}
          {...(onGo === undefined ? {} : { onGo })}
        />
      ))}
    </ul>
  );
}

function Item({ constraint, onGo }: { readonly constraint: ConstraintView; readonly onGo?: () => void }): ReactNode {
  const { name, expression, kind, columns, verdict, firstBroken } = constraint;
  // A table that cannot have its keys is worse than a row that breaks a check.
  const tone = verdict === "broken" && kind !== "check" ? "c-danger" : marks[verdict].tone;
  const { Icon } = marks[verdict];
  return (
    <li className="cl-item" data-verdict={verdict}>
      <span className={`cl-mark ${tone}`} title={verdict}>
        <Icon className="i i-sm" stroke={1.5} aria-hidden="true" />
      </span>
      <code title={name === "" ? undefined : name}>
        {expression}
        {kind === "not null" && columns.length > 1 ? `: ${columns.join(", ")}` : ""}
      </code>
      <span className="cl-note xs t2">
        {verdictWords(constraint)}
        {firstBroken === undefined ? null : (
          <>
            {", first: "}
            <button type="button" className="cl-row xs num" onClick={() => (goToRow(firstBroken), onGo?.())}>
              row {formatInteger(firstBroken + 1)}
            </button>
          </>
        )}
      </span>
    </li>
  );
}
