import { Popover } from "@mantine/core";
import { IconShieldCheck, IconShieldExclamation } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import type { TableView } from "../../../../shared/api/views.ts";
import { useSession } from "../../../state/session-store.ts";
import { byUrgency } from "../constraints/constraint-words.ts";
import { ConstraintList } from "../constraints/ConstraintList.tsx";
import { ProblemCallout } from "../components/ProblemCallout.tsx";

interface Props {
  readonly table: TableView;
}

const none: never[] = [];

/** The findings about the table, errors first, each with its fixes. */
export function ProblemsButton({ table }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const all = useSession((state) => state.view?.problems) ?? none;
  const problems = all
    .filter((problem) => problem.table === table.id)
    .sort((left, right) => rank(left.severity) - rank(right.severity));
  const constraints = byUrgency(table.constraints ?? none);
  const worst = problems[0]?.severity;
  const label =
    problems.length === 0
      ? "No problems in this table"
      : `${problems.length} ${problems.length === 1 ? "problem" : "problems"} in this table`;
  const tone = worst === "error" ? "c-danger" : worst === "warning" ? "c-warn" : "";
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width={344}
      shadow="md"
      radius="lg"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button
          type="button"
          className={open ? "ibtn is-on" : "ibtn"}
          aria-label={label}
          title={label}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <span className={tone}>
            {worst === undefined ? (
              <IconShieldCheck className="i" stroke={1.5} aria-hidden="true" />
            ) : (
              <IconShieldExclamation className="i" stroke={1.5} aria-hidden="true" />
            )}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className="popover pb" aria-label={label}>
        {problems.length === 0 ? (
          <p className="sm t2 pb-none">
            No problems: an export of {table.name} satisfies its keys and checks as far as they are understood.
          </p>
        ) : null}
        {problems.map((problem, index) => (
          <ProblemCallout
            key={`${problem.code} ${problem.column ?? ""} ${index}`}
            problem={problem}
            link
            onApplied={() => setOpen(false)}
          />
        ))}
        {constraints.length === 0 ? null : (
          <section className="pb-list" aria-label="Constraints" tabIndex={0}>
            <div className="sec-h sec-tight">Constraints</div>
            <ConstraintList constraints={constraints} onGo={() => setOpen(false)} />
          </section>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

const rank = (severity: "error" | "warning"): number => (severity === "error" ? 0 : 1);
