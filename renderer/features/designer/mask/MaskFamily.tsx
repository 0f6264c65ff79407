import { useEffect, useRef, type ReactNode } from "react";
import type { TableView } from "../../../../shared/api/views.ts";
import type { Rule } from "../../../../shared/rules/rule.ts";
import { edit } from "../../../state/session-store.ts";
import { useMaskChoices } from "../../privacy/queries.ts";
import { Segments } from "../components/Segments.tsx";
import type { Target } from "../logic/targets.ts";

interface Props {
  readonly table: TableView;
  readonly target: Target;
}

/** Mask, keep, generate or NULL, in a table whose rows come from the source. What was set for each comes back. */
export function MaskFamily({ table, target: { view, rule } }: Props): ReactNode {
  const { column, suggestion } = view;
  const { data } = useMaskChoices(table.id, column.name, true);
  const last = useRef(new Map<Rule["kind"], Rule>());
  useEffect(() => {
    last.current.set(rule.kind, rule);
  }, [rule]);
  const first = data?.suggested[0] ?? data?.presets[0] ?? data?.others[0];
  const choose = (kind: Rule["kind"]): void => {
    if (kind === rule.kind) return;
    const other: Rule | undefined =
      last.current.get(kind) ??
      (kind === "mask"
        ? first?.rule
        : kind === "generate"
          ? [suggestion.rule, ...suggestion.alternatives.map((one) => one.rule)].find((one) => one.kind === "generate")
          : kind === "null"
            ? { kind: "null" }
            : { kind: "keep" });
    if (other) edit({ kind: "set-rule", table: table.id, column: column.name, rule: other });
  };
  return (
    <Segments
      label="Rule family"
      value={rule.kind}
      options={[
        {
          value: "mask",
          label: "Mask",
          disabled: rule.kind !== "mask" && first === undefined,
          title: "The source's value, changed",
        },
        {
          value: "keep",
          label: "Keep",
          title: "The source's value as it is",
        },
        {
          value: "generate",
          label: "Generate",
          title: "A new value that knows nothing of the source's",
        },
        {
          value: "null",
          label: "Null",
          disabled: !column.nullable,
          title: column.nullable ? "Every row is NULL" : `${column.name} takes no NULL`,
        },
      ]}
      onChange={choose}
    />
  );
}
