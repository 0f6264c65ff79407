import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useMemo, type ReactNode } from "react";
import type { ColumnView, TableView } from "../../../shared/api/views.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { useDraft, useSelection, useSession } from "../../state/session-store.ts";
import { ProblemCallout } from "./components/ProblemCallout.tsx";
import { stepColumn } from "./grid/leave-editor.ts";
import { ruleInForce } from "./logic/bulk-edits.ts";
import { shortType } from "./logic/short-type.ts";
import { generating, sharedCard, type Target } from "./logic/targets.ts";
import { useCatalogue, useTable } from "./queries.ts";
import { ConstraintsSection } from "./constraints/ConstraintsSection.tsx";
import { relationOf } from "./relations/relation-edits.ts";
import { RelationSection } from "./relations/RelationSection.tsx";
import { BulkHead } from "./inspector/BulkHead.tsx";
import { CustomSection } from "./inspector/CustomSection.tsx";
import { DistributionSection } from "./inspector/DistributionSection.tsx";
import { MaskFamily } from "./mask/MaskFamily.tsx";
import { MaskSection } from "./mask/MaskSection.tsx";
import { FamilySwitch } from "./inspector/FamilySwitch.tsx";
import { ParameterForm } from "./inspector/ParameterForm.tsx";
import { RuleOptions } from "./inspector/RuleOptions.tsx";
import { RulePicker } from "./picker/RulePicker.tsx";
import { SamplesSection } from "./inspector/SamplesSection.tsx";
import { WhySection } from "./inspector/WhySection.tsx";

/** All that is known of the picked column, and all that can be set for it. With several picked, what they share. */
export function Inspector(): ReactNode {
  const { table } = useSelection();
  return table === null ? <NothingPicked /> : <TableInspector table={table} />;
}

function TableInspector({ table: id }: { readonly table: string }): ReactNode {
  const { column, columns } = useSelection();
  const { data: table } = useTable(id);
  const draft = useDraft();
  const targets = useMemo(
    () =>
      (table?.columns ?? [])
        .filter((view) => columns.includes(view.column.name))
        .map((view): Target => ({ view, rule: ruleInForce(draft, id, view) })),
    [table, columns, draft, id],
  );
  const focus = targets.find((target) => target.view.column.name === column) ?? targets[0];
  if (!table || !focus) return <NothingPicked table={id} />;
  // A new column starts its panes anew: what was typed for the one before is not carried over.
  return targets.length > 1 ? (
    <Several key={columns.join("\n")} table={table} targets={targets} />
  ) : (
    <Single key={`${id} ${focus.view.column.name}`} table={table} target={focus} />
  );
}

interface SingleProps {
  readonly table: TableView;
  readonly target: Target;
}

function Single({ table, target }: SingleProps): ReactNode {
  const { byId } = useCatalogue();
  const { view, rule } = target;
  const card = rule.kind === "generate" ? byId.get(rule.generator) : undefined;
  const computed = view.column.generated !== undefined;
  const masked = table.mode === "mask";
  // The parameters of a foreign key are those that its own way to a parent has.
  const relation = card?.family === "relation" ? relationOf(table, view.column.name) : undefined;
  return (
    <>
      <Head view={view} />
      <div className="insp-body">
        {view.problems.map((problem, index) => (
          <ProblemCallout key={`${problem.code} ${index}`} problem={problem} />
        ))}
        {computed ? <Computed view={view} /> : null}
        {computed ? null : (
          <section>
            {masked ? <MaskFamily table={table} target={target} /> : <FamilySwitch table={table} targets={[target]} />}
            {rule.kind === "generate" ? <RulePicker table={table.id} column={view} rule={rule} /> : null}
          </section>
        )}
        {masked && !computed ? <MaskSection table={table} target={target} /> : null}
        {relation && rule.kind === "generate" ? (
          <RelationSection table={table} relation={relation} rule={rule} />
        ) : null}
        {card && rule.kind === "generate" && !relation && !computed ? (
          <CustomSection table={table.id} column={view.column.name} rule={rule} />
        ) : null}
        {card ? (
          <ParameterForm
            table={table}
            card={card}
            targets={generating([target])}
            {...(relation ? { only: relation.parameters } : {})}
          />
        ) : null}
        {rule.kind === "generate" && !computed ? (
          <RuleOptions table={table} targets={generating([target])} localized={card?.localized ?? false} />
        ) : null}
        {table.mode === "generate" && rule.kind === "generate" && !computed ? (
          <>
            <DistributionSection table={table} column={view.column.name} />
            <SamplesSection table={table} column={view.column.name} />
          </>
        ) : null}
        <ConstraintsSection table={table} column={view.column.name} />
        {computed || masked ? null : <WhySection table={table.id} view={view} />}
      </div>
    </>
  );
}

function Several({ table, targets }: { readonly table: TableView; readonly targets: readonly Target[] }): ReactNode {
  const { byId } = useCatalogue();
  const editable = targets.filter((target) => target.view.column.generated === undefined);
  const card = sharedCard(editable, byId);
  const made = generating(editable);
  return (
    <>
      <BulkHead table={table.id} targets={targets} />
      <div className="insp-body">
        {editable.length > 0 ? <FamilySwitch table={table} targets={editable} /> : null}
        {card ? <ParameterForm table={table} card={card} targets={made} /> : null}
        {!card && made.length > 0 ? (
          <p className="sm t2">These columns have different rules; their parameters are mixed.</p>
        ) : null}
        {made.length > 0 ? (
          <RuleOptions
            table={table}
            targets={made}
            localized={made.every((target) => byId.get(target.rule.generator)?.localized)}
          />
        ) : null}
      </div>
    </>
  );
}

function Head({ view }: { readonly view: ColumnView }): ReactNode {
  const { column } = view;
  return (
    <div className="insp-head">
      <div className="grow">
        <h2 className="clip" title={column.comment ?? column.name}>
          {column.name}
        </h2>
      </div>
      <span className="t3 xs ih-type clip" title={column.type}>
        <code>{shortType(column.type) || "any"}</code>
        {column.nullable ? "" : " not null"}
      </span>
      <button
        type="button"
        className="ibtn ibtn-sm"
        aria-label="Previous column"
        title="Previous column (Alt Up)"
        onClick={() => stepColumn(-1)}
      >
        <IconChevronUp className="i i-sm" stroke={1.5} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="ibtn ibtn-sm"
        aria-label="Next column"
        title="Next column (Alt Down)"
        onClick={() => stepColumn(1)}
      >
        <IconChevronDown className="i i-sm" stroke={1.5} aria-hidden="true" />
      </button>
    </div>
  );
}

function Computed({ view }: { readonly view: ColumnView }): ReactNode {
  return (
    <div className="callout">
      <span />
      <b>Computed by the database</b>
      <p>
        {view.column.name} is a {view.column.generated} generated column. It is shown, and never written.
      </p>
    </div>
  );
}

const noProblems: never[] = [];

/** No column: what concerns the table as a whole. */
function NothingPicked({ table }: { readonly table?: string }): ReactNode {
  const problems = useSession((state) => state.view?.problems) ?? noProblems;
  return (
    <div className="insp-body insp-none">
      {problems
        .filter((problem) => problem.table === table && problem.column === undefined && table !== undefined)
        .map((problem, index) => (
          <ProblemCallout key={`${problem.code} ${index}`} problem={problem} />
        ))}
      <EmptyState title="No column picked">
        Pick a column to see its rule, its values and why it was suggested.
      </EmptyState>
    </div>
  );
}
