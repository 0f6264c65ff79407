import type { ReachView } from "../../../shared/api/privacy-check-views.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { codeColumn } from "../../../shared/privacy/coded-column.ts";
import type { Hierarchy } from "../../../shared/privacy/hierarchy.ts";
import { leastGeneralisation } from "../../../shared/privacy/least-generalisation.ts";
import { applyEdit } from "../../../shared/project/apply-edit.ts";
import type { Project } from "../../../shared/project/project.ts";
import type { SingleEdit } from "../../../shared/project/project-edit.ts";
import { coarserMasks, type CoarserMask } from "./coarser-masks.ts";
import type { MaskedSource } from "./masked-source.ts";
import { isKey } from "./quasi-choices.ts";
import { coded, figuresOf, maskedTable, quasiCells, type QuasiCells } from "./risk.ts";

/** A column's steps from what it is now to nothing. */
interface Ladder {
  readonly cells: QuasiCells;
  /** The rule of each level; undefined for the one that it has now. */
  readonly rules: readonly (CoarserMask | undefined)[];
  readonly hierarchy: Hierarchy;
}

/**
 * The least that makes every row look like k − 1 others: the masks themselves are tried on the rows, level by level, and the
 * lattice of their levels is searched for the one that loses least. Throws a SeedloomError where none will do.
 */
export async function reach(
  source: MaskedSource,
  project: Project,
  asked: { readonly table: string; readonly quasi: readonly string[]; readonly k: number },
): Promise<ReachView> {
  const { k, quasi } = asked;
  const table = maskedTable(source, asked.table);
  const now = await quasiCells(source, table, quasi);
  const choices = now.map((cells) => choicesFor(source, cells));
  const depth = Math.max(...choices.map(({ length }) => length), 0);
  const tried: (readonly QuasiCells[])[] = [];
  for (let level = 0; level < depth; level++) {
    const rules = choices.map((choice) => choice[Math.min(level, choice.length - 1)]);
    const under = await source.under(withRules(project, editsOf(now, rules)));
    tried.push(await quasiCells(under, maskedTable(under, asked.table), quasi));
  }
  const ladders = now.map((cells, c) =>
    ladderOf(
      cells,
      choices[c] ?? [],
      tried.map((level) => level[c]?.masked ?? []),
    ),
  );
  const found = leastGeneralisation(
    ladders.map(({ cells }) => coded(cells, "source")),
    ladders.map(({ hierarchy }) => hierarchy),
    { k, suppression: 0 },
  );
  if (found === undefined) throw unreachable(k, quasi);
  const rules = ladders.map(({ rules: levels }, c) => levels[found.levels[c] ?? 0]);
  const edits = editsOf(now, rules);
  const under = await source.under(withRules(project, edits));
  const after = await quasiCells(under, maskedTable(under, asked.table), quasi);
  return {
    k,
    steps: now.map(({ of: { path } }, c) => ({
      path,
      label: rules[c]?.label ?? "stays as it is",
      change: rules[c] !== undefined,
    })),
    edits,
    figures: figuresOf(after.map((cells) => coded(cells, "masked"))),
  };
}

function choicesFor(source: MaskedSource, { of, source: values }: QuasiCells): readonly CoarserMask[] {
  const { masks } = source.plan.catalogue;
  const entry = of.table.designed.columns.find(({ column }) => column.name === of.column);
  // A key made coarser leads nowhere.
  return masks === undefined || entry === undefined || isKey(of.table, of.column)
    ? []
    : coarserMasks(masks, entry, values);
}

const editsOf = (cells: readonly QuasiCells[], rules: readonly (CoarserMask | undefined)[]): readonly SingleEdit[] =>
  cells.flatMap(({ of }, c): readonly SingleEdit[] => {
    const rule = rules[c]?.rule;
    return rule === undefined ? [] : [{ kind: "set-rule", table: of.table.id, column: of.column, rule }];
  });

const withRules = (project: Project, edits: readonly SingleEdit[]): Project =>
  edits.reduce((rules, edit) => applyEdit(rules, edit), project);

/** Only what makes one value of one, and takes whole groups of the level below, is a level. */
function ladderOf(
  cells: QuasiCells,
  choices: readonly CoarserMask[],
  tried: readonly (readonly (string | null)[])[],
): Ladder {
  const column = codeColumn(cells.of.path, cells.source);
  const rules: (CoarserMask | undefined)[] = [];
  const levels: Int32Array[] = [];
  const labels: string[][] = [];
  const candidates = [
    [undefined, cells.masked] as const,
    ...choices.map((choice, level) => [choice, tried[level] ?? []] as const),
  ];
  for (const [rule, masked] of candidates) {
    const level = codeColumn(cells.of.path, masked);
    const classes = functionOf(column.codes, level.codes, column.values.length);
    const below = levels.at(-1);
    if (
      classes === undefined ||
      (below !== undefined && functionOf(below, classes, column.values.length) === undefined)
    )
      continue;
    rules.push(rule);
    levels.push(classes);
    labels.push(level.values.map((value) => value ?? "NULL"));
  }
  return { cells, rules, hierarchy: { column: cells.of.path, levels, labels } };
}

/** For each code of `from` that of `to`, where that is one and the same wherever it stands; else undefined. */
function functionOf(from: Int32Array, to: Int32Array, size: number): Int32Array | undefined {
  const found = new Int32Array(size).fill(-1);
  for (const [i, code] of from.entries()) {
    const known = found[code] ?? -1;
    if (known >= 0 && known !== to[i]) return undefined;
    found[code] = to[i] ?? 0;
  }
  return found;
}

const unreachable = (k: number, quasi: readonly string[]): SeedloomError =>
  new SeedloomError(
    "check-failed",
    `Nothing that fits ${quasi.join(", ")} makes every row look like ${k - 1} others.`,
    "Choose fewer columns, a smaller k, or rules that make these columns anew.",
  );
