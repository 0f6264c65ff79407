import type { GeneratorCatalogue } from "../generators/generator.ts";
import { own } from "../project/own.ts";
import type { Project } from "../project/project.ts";
import { withVirtualKeys } from "../rules/virtual-keys.ts";
import { findColumn, findTable, type SchemaModel, type TableId } from "../schema/schema-model.ts";
import { designPlaces, readsOf, type ColumnRead, type DesignPlace } from "./project-places.ts";
import type { Comparison, SchemaChange, SchemaDrift } from "./schema-change.ts";

/** Something in a project that a change of the schema breaks. */
export interface Broken {
  readonly kind: "rule" | "rows" | "reference" | "pinned row" | "export";
  readonly scenario?: string;
  /** "the rule for orders.total in scenario perf": to stand in a sentence. */
  readonly what: string;
  /** A migration takes it along under the new name; else it goes, or is left to be looked at. */
  readonly moves: boolean;
}

/** What each change breaks in a project; in the order of `drift.changes`. */
export function brokenBy(
  project: Project,
  drift: SchemaDrift,
  { before, after }: Pick<Comparison, "before" | "after">,
  catalogue: GeneratorCatalogue,
): readonly (readonly Broken[])[] {
  const model = withVirtualKeys(before, project);
  const places = designPlaces(project).map((place) => ({ ...place, readers: readersOf(place, model, catalogue) }));
  const comparison: Comparison = { before, after, renames: drift.renames };
  return drift.changes.map((change) => {
    const gone = goneName(change, comparison);
    if (gone !== undefined) {
      const moves = change.kind === "renamed";
      const broken = places.flatMap((place) => brokenIn(place, gone, moves));
      return gone.column === undefined ? [...broken, ...brokenExports(project, gone.table, moves)] : broken;
    }
    return brokenByOther(change, places, after);
  });
}

interface Gone {
  readonly table: TableId;
  readonly column?: string;
}

/** The name that a project may use, and that is no longer there: as it was before the change. */
function goneName({ kind, what, table, column, was }: SchemaChange, { renames }: Comparison): Gone | undefined {
  if (kind !== "removed" && kind !== "renamed") return undefined;
  if (what === "table") return { table: was ?? table };
  if (what !== "column") return undefined;
  const before = renames.find((one) => one.column === undefined && one.to === table)?.table ?? table;
  return { table: before, column: was ?? column ?? "" };
}

/** A rule that reads other columns: found once, for every change asks. */
interface Reader {
  readonly table: TableId;
  readonly column: string;
  readonly reads: readonly ColumnRead[];
}

const readersOf = ({ tables }: DesignPlace, model: SchemaModel, catalogue: GeneratorCatalogue): readonly Reader[] =>
  Object.entries(tables).flatMap(([table, { columns }]) =>
    Object.entries(columns)
      .map(([column, rule]): Reader => ({ table, column, reads: readsOf(rule, table, model, catalogue) }))
      .filter(({ reads }) => reads.length > 0),
  );

function brokenIn(
  { scenario, tables, readers }: DesignPlace & { readonly readers: readonly Reader[] },
  gone: Gone,
  moves: boolean,
): readonly Broken[] {
  const where = scenario === undefined ? "" : ` in scenario ${scenario}`;
  const broken = (kind: Broken["kind"], what: string, moved = moves): Broken => ({
    kind,
    ...(scenario === undefined ? {} : { scenario }),
    what: `${what}${where}`,
    moves: moved,
  });
  const { table: id, column } = gone;
  const design = own(tables, id);
  const found: Broken[] = [];
  if (design !== undefined && column === undefined) {
    const rules = Object.keys(design.columns);
    if (rules.length > 0)
      found.push(
        broken("rule", rules.length === 1 ? `the rule for ${id}.${rules[0]}` : `the ${rules.length} rules of ${id}`),
      );
    if (design.rows !== undefined) found.push(broken("rows", `the row count of ${id}`));
    if (design.mode !== undefined) found.push(broken("rows", `the mode of ${id}`));
    if (design.pinned !== undefined) found.push(broken("pinned row", `the pinned rows of ${id}`));
  }
  if (design !== undefined && column !== undefined) {
    if (own(design.columns, column) !== undefined) found.push(broken("rule", `the rule for ${id}.${column}`));
    const pinned = design.pinned?.filter(({ values }) => Object.hasOwn(values, column)) ?? [];
    for (const { name } of pinned) found.push(broken("pinned row", `the pinned row ${name} of ${id}`));
  }
  for (const [other, { rows, references = [] }] of Object.entries(tables)) {
    if (column === undefined && typeof rows === "object" && rows.per === id)
      found.push(broken("rows", `the row count of ${other}, which is per row of ${id}`));
    for (const key of references) {
      const own = column === undefined ? false : other === id && key.columns.includes(column);
      const to = key.to === id && (column === undefined || key.key.includes(column));
      if (own || to) found.push(broken("reference", `the key ${other} (${key.columns.join(", ")}) to ${key.to}`));
    }
  }
  const gonePlace = column === undefined ? id : `${id}.${column}`;
  for (const reader of readers) {
    // Its own rule goes, or moves, with it.
    if (reader.table === id && (column === undefined || reader.column === column)) continue;
    if (reader.reads.some((read) => read.table === id && (column === undefined || read.column === column)))
      found.push(broken("rule", `the rule for ${reader.table}.${reader.column}, which reads ${gonePlace}`));
  }
  return found;
}

function brokenExports({ exports }: Project, table: TableId, moves: boolean): readonly Broken[] {
  return exports.flatMap((target, k): readonly Broken[] => {
    const tables = "tables" in target ? target.tables : undefined;
    if (tables?.includes(table) !== true) return [];
    return [{ kind: "export", what: `the export ${target.name ?? k + 1}, which names ${table}`, moves }];
  });
}

/** Rules stay where a column only changes, but may not fit it any longer; a key that is gone takes its owner along. */
function brokenByOther(
  { kind, what, table, column, was }: SchemaChange,
  places: readonly DesignPlace[],
  after: SchemaModel,
): readonly Broken[] {
  const found = findTable(after, table);
  return places.flatMap(({ scenario, tables }): readonly Broken[] => {
    const where = scenario === undefined ? "" : ` in scenario ${scenario}`;
    const named = scenario === undefined ? {} : { scenario };
    const design = own(tables, table);
    if (what === "column" && kind === "changed") {
      const rule = own(design?.columns ?? {}, was ?? column ?? "") ?? own(design?.columns ?? {}, column ?? "");
      if (rule === undefined) return [];
      return [
        {
          kind: "rule",
          ...named,
          what: `the rule for ${table}.${column}${where}, made for the column as it was`,
          moves: false,
        },
      ];
    }
    if (what === "foreign key" && kind === "removed" && typeof design?.rows === "object") {
      const { per } = design.rows;
      const owned = found?.foreignKeys.some(
        ({ referencedTable: to }) => to.name === per || `${to.schema}.${to.name}` === per,
      );
      if (owned === true) return [];
      return [
        { kind: "rows", ...named, what: `the row count of ${table}${where}, which is per row of ${per}`, moves: false },
      ];
    }
    return [];
  });
}

/** Exports that write a table whose new column the database wants a value for. */
export function exportsWithout(
  project: Project,
  { kind, what, table, column }: SchemaChange,
  after: SchemaModel,
): readonly Broken[] {
  const found = findTable(after, table);
  const added = found && column !== undefined ? findColumn(found, column) : undefined;
  if (kind !== "added" || what !== "column" || added === undefined) return [];
  if (added.nullable || added.default !== undefined || added.identity !== undefined || added.generated !== undefined)
    return [];
  return project.exports.flatMap((target, k): readonly Broken[] => {
    const tables = "tables" in target ? target.tables : undefined;
    if (tables !== undefined && !tables.includes(table)) return [];
    return [
      {
        kind: "export",
        what: `the files of export ${target.name ?? k + 1}, which lack ${table}.${column}`,
        moves: false,
      },
    ];
  });
}
