import { IconCheck, IconFingerprint, IconPencil, IconTilde } from "@tabler/icons-react";
import { columnSizingFeature, columnVisibilityFeature, createColumnHelper, tableFeatures } from "@tanstack/react-table";
import type { ColumnView, Distribution } from "../../../../shared/api/views.ts";
import type { Rule } from "../../../../shared/rules/rule.ts";
import { ConfidenceBars } from "../../../components/ConfidenceBars.tsx";
import { KeyIcon } from "../../../components/KeyIcon.tsx";
import { Spark } from "../../../components/Spark.tsx";
import { shortType } from "../logic/short-type.ts";
import { uniquenessOf, type Uniqueness } from "../logic/uniqueness.ts";
import { NullCell } from "./NullCell.tsx";
import { RuleCell } from "./RuleCell.tsx";

/** One line of the column grid: a column of the table, and what the preview says of it. */
export interface GridRow {
  readonly table: string;
  readonly view: ColumnView;
  /** The rule in force, ahead of the backend's answer. */
  readonly rule: Rule;
  readonly sample: { readonly text: string | null; readonly written: boolean } | undefined;
  readonly spark: Distribution | undefined;
  /** The options are a pattern or template: shown as code. */
  readonly code: boolean;
}

export const features = tableFeatures({ columnSizingFeature, columnVisibilityFeature });
const helper = createColumnHelper<typeof features, GridRow>();

// Widths are the design's; `options` takes what is left.
export const gridColumns = helper.columns([
  helper.display({
    id: "icon",
    size: 36,
    header: () => <span className="vh">Key</span>,
    cell: ({ row }) => <KeyIcon keyKind={row.original.view.key} valueKind={row.original.view.column.valueType.kind} />,
  }),
  helper.display({
    id: "name",
    size: 130,
    header: "Column",
    cell: ({ row }) => <bdi>{row.original.view.column.name}</bdi>,
  }),
  helper.display({
    id: "type",
    size: 104,
    header: "Type",
    cell: ({ row }) => <code className="ty">{shortType(row.original.view.column.type) || "any"}</code>,
  }),
  helper.display({ id: "rule", size: 160, header: "Rule", cell: ({ row }) => <RuleCell row={row.original} /> }),
  helper.display({
    id: "confidence",
    size: 18,
    header: () => <span className="vh">How sure the inferred rule is</span>,
    cell: ({ row }) => <Origin view={row.original.view} />,
  }),
  helper.display({
    id: "options",
    header: "Options",
    cell: ({ row: { original } }) => (original.code ? <code>{original.view.options}</code> : original.view.options),
  }),
  helper.display({ id: "nulls", size: 48, header: "Null", cell: ({ row }) => <NullCell row={row.original} /> }),
  helper.display({
    id: "unique",
    size: 40,
    header: () => (
      <span className="cg-mid" title="Unique">
        <IconFingerprint className="i i-xs" stroke={1.5} aria-hidden="true" />
        <span className="vh">Unique</span>
      </span>
    ),
    cell: ({ row }) => <Unique uniqueness={uniquenessOf(row.original)} />,
  }),
  helper.display({ id: "sample", size: 138, header: "Row", cell: ({ row }) => <Sample row={row.original} /> }),
  helper.display({
    id: "distribution",
    size: 82,
    header: "Distribution",
    cell: ({ row }) => (row.original.spark === undefined ? null : <Spark distribution={row.original.spark} />),
  }),
]);

/** What goes first when the pane is narrow, with the width below which it goes. */
export function visibleColumns(width: number): Readonly<Record<string, boolean>> {
  const all = 862;
  const without = { distribution: all - 82, type: all - 82 - 104 };
  return {
    distribution: width === 0 || width >= all,
    type: width === 0 || width >= without.distribution,
    unique: width === 0 || width >= without.type,
  };
}

function Origin({ view }: { readonly view: ColumnView }) {
  if (view.column.generated !== undefined) return null;
  return (
    <span className="cg-mid">
      {view.edited ? (
        <span className="c-accent" role="img" aria-label="Edited by you" title="Edited by you">
          <IconPencil className="i i-xs" stroke={1.5} aria-hidden="true" />
        </span>
      ) : (
        <ConfidenceBars confidence={view.suggestion.confidence} reasons={view.suggestion.reasons} />
      )}
    </span>
  );
}

function Unique({ uniqueness }: { readonly uniqueness: Uniqueness }) {
  if (uniqueness === "not asked for") return null;
  const [Icon, title] =
    uniqueness === "always" ? [IconCheck, "Unique"] : [IconTilde, `Unique ${uniqueness}: as long as there are values`];
  return (
    <span className="cg-mid t2" role="img" aria-label={title} title={title}>
      <Icon className="i i-sm" stroke={1.5} aria-hidden="true" />
    </span>
  );
}

function Sample({ row: { sample, view } }: { readonly row: GridRow }) {
  if (sample === undefined) return null;
  if (!sample.written)
    return <span className="nul">{view.column.generated === undefined ? "set on insert" : "computed"}</span>;
  if (sample.text === null) return <span className="nul">NULL</span>;
  return <>{sample.text.slice(0, 120)}</>;
}
