import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import type { TableView } from "../../../../shared/api/views.ts";
import type { MaskRule } from "../../../../shared/rules/rule.ts";
import { RuleChip } from "../../../components/RuleChip.tsx";
import { trpc } from "../../../host/api.ts";
import { edit } from "../../../state/session-store.ts";
import { MaskMenu } from "../../privacy/findings/MaskMenu.tsx";
import { useFindings } from "../../privacy/queries.ts";
import { ValueBox } from "../components/ValueBox.tsx";
import { Labelled } from "../components/Labelled.tsx";
import { ExpressionField } from "../expression/ExpressionField.tsx";
import { ParameterField } from "../inspector/ParameterField.tsx";
import { paramOf, withParam } from "../logic/rule-params.ts";
import type { Target } from "../logic/targets.ts";

interface Props {
  readonly table: TableView;
  readonly target: Target;
}

/** What becomes of a column of the source: its mask with its parameters, or why it is kept. */
export function MaskSection({ table, target }: Props): ReactNode {
  const { view, rule } = target;
  if (rule.kind === "keep")
    return (
      <section>
        <KeepReason key={view.column.name} table={table.id} column={view.column.name} reason={rule.reason ?? ""} />
      </section>
    );
  return rule.kind === "mask" ? (
    <>
      <section>
        <MaskChip table={table} target={target} />
      </section>
      <MaskForm table={table} column={view.column.name} rule={rule} />
    </>
  ) : null;
}

function MaskChip({ table, target: { view } }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const { name } = view.column;
  const chip = (
    <RuleChip
      icon={view.icon}
      label={view.label}
      family={view.family}
      open={open}
      title={`${view.options}: choose another mask`}
      aria-haspopup="menu"
      aria-expanded={open}
      onClick={() => setOpen(!open)}
    />
  );
  return (
    <div className="mask-chip">
      {open ? <MaskMenu table={table.id} column={name} target={chip} onClose={() => setOpen(false)} /> : chip}
      <span className="t3 sm clip">{view.options}</span>
    </div>
  );
}

interface FormProps {
  readonly table: TableView;
  readonly column: string;
  readonly rule: MaskRule;
}

/** The mask's parameters, drawn from its own declaration; then where equal values meet, and which rows are masked. */
function MaskForm({ table, column, rule }: FormProps): ReactNode {
  const { data: cards = [] } = useQuery(trpc.privacy.masks.queryOptions());
  const card = cards.find(({ id }) => id === rule.mask);
  const others = table.columns.map((one) => one.column.name).filter((name) => name !== column);
  const set = (next: MaskRule, gesture?: string): void =>
    edit({ kind: "set-rule", table: table.id, column, rule: next }, gesture);
  return (
    <section>
      <div className="sec-h">Parameters</div>
      <div className="form2 num">
        {(card?.fields ?? []).map((field) => (
          <ParameterField
            key={`${rule.mask} ${field.name} ${column}`}
            field={field}
            shared={{ mixed: false, ...paramOf(rule, field) }}
            columns={others}
            table={table.id}
            onChange={(value, gesture) => set(withParam(rule, field, value), gesture)}
          />
        ))}
        <Labelled
          label="Equal masks in"
          help="Equal values get equal masks in all columns of one domain; its own is the whole project, or that of its key."
          span
        >
          {(id) => (
            <ValueBox
              id={id}
              text={rule.domain ?? ""}
              placeholder="project"
              parse={(typed) => ({ ok: true, value: typed.trim() })}
              onCommit={(domain) => set(domain === "" ? without(rule, "domain") : { ...rule, domain })}
            />
          )}
        </Labelled>
        <Labelled
          label="Only where"
          help="An expression over the source's row; where it is false, the value is kept."
          span
        >
          {(id) => (
            <ExpressionField
              id={id}
              label="Only where"
              language="expression"
              condition="source row"
              text={rule.when ?? ""}
              columns={table.columns.map((one) => one.column.name)}
              table={table.id}
              place={undefined}
              onChange={(text, gesture) => {
                const when = text.trim();
                set(when === "" ? without(rule, "when") : { ...rule, when }, gesture);
              }}
            />
          )}
        </Labelled>
      </div>
    </section>
  );
}

function without(rule: MaskRule, name: "domain" | "when"): MaskRule {
  const { [name]: _gone, ...rest } = rule;
  return rest;
}

interface ReasonProps {
  readonly table: string;
  readonly column: string;
  readonly reason: string;
}

function KeepReason({ table, column, reason }: ReasonProps): ReactNode {
  const finding = useFindings().data?.findings.find((one) => one.table === table && one.column === column);
  return (
    <Labelled
      label="Why it is kept"
      help="Stands in seedloom.yaml. A personal column is only exported as it is where there is a reason."
      span
    >
      {(id) => (
        <ValueBox
          id={id}
          text={reason}
          placeholder={finding === undefined ? "none needed" : `${finding.looksLike}: a reason is needed`}
          parse={(typed) => ({ ok: true, value: typed.trim().slice(0, 300) })}
          onCommit={(typed) =>
            edit({
              kind: "set-rule",
              table,
              column,
              rule: typed === "" ? { kind: "keep" } : { kind: "keep", reason: typed },
            })
          }
        />
      )}
    </Labelled>
  );
}
