import type { Design, DesignedTable } from "../../rules/design.ts";
import { nearestName } from "../../rules/nearest-name.ts";
import type { Fix, Problem } from "../../rules/problem.ts";
import type { Sample } from "../../rules/sample-rule.ts";
import { findColumn, referencedTable, type ForeignKeyModel, type TableModel } from "../../schema/schema-model.ts";
import { readPlace } from "./read-place.ts";
import { childName, planSample, readChild } from "./sample-plan.ts";
import { whyNoCondition } from "./sql-condition.ts";

/** What stands against a sample: conditions that are none, keys and tables that are not there, parents that are left out. */
export function reportSamples(design: Design, problems: Problem[]): void {
  const sampled = planSample(design)?.tables;
  for (const designed of design.tables.values()) {
    const { table, sample } = designed;
    if (sample !== undefined) {
      for (const { message, without } of faults(design, table, sample)) problems.push(fault(table, message, without));
    }
    if (sampled?.has(table.id) === true) problems.push(...skippedParents(design, designed));
  }
}

interface Fault {
  readonly message: string;
  /** The sample without what is wrong in it. */
  readonly without: Sample;
}

const fault = ({ id }: TableModel, message: string, without: Sample): Problem => ({
  severity: "error",
  code: "sample-invalid",
  table: id,
  message,
  fixes: [
    {
      label: "Leave it out",
      edit: { kind: "set-sample", table: id, sample: Object.keys(without).length === 0 ? null : without },
    },
  ],
});

function faults(design: Design, table: TableModel, sample: Sample): readonly Fault[] {
  const { where, keys, children = {}, polymorphic = {} } = sample;
  const found: Fault[] = [];
  const why = where === undefined ? undefined : whyNoCondition(where, design.model.engine);
  if (why !== undefined) {
    const { where: _, ...without } = sample;
    found.push({ message: `The sample of ${table.id} has no condition that can be used: ${why}.`, without });
  }
  const width = table.primaryKey.length;
  const wrong = keys?.find((key) => key.length !== width);
  if (wrong !== undefined) {
    const { keys: _, ...without } = sample;
    const message =
      width === 0
        ? `${table.id} has no primary key by which rows could be picked.`
        : `A picked row of ${table.id} is named by ${table.primaryKey.join(", ")}, and ${JSON.stringify(wrong)} is not.`;
    found.push({ message, without });
  }
  for (const name of Object.keys(children)) {
    if (isChild(design, table, name)) continue;
    const near = nearestName(name, childrenOf(design, table));
    found.push({
      message: `No rows of ${name} refer to ${table.id}, whose sample names them.${near === undefined ? "" : ` Nearest: ${near}.`}`,
      without: { ...sample, children: Object.fromEntries(Object.entries(children).filter(([one]) => one !== name)) },
    });
  }
  for (const [column, { by, of }] of Object.entries(polymorphic)) {
    const missing =
      [column, by].find((name) => findColumn(table, name) === undefined) ??
      Object.values(of).find((place) => readPlace(design.model, place) === undefined);
    if (missing === undefined) continue;
    found.push({
      message: `The sample of ${table.id} names ${missing}, which the source does not have.`,
      without: {
        ...sample,
        polymorphic: Object.fromEntries(Object.entries(polymorphic).filter(([one]) => one !== column)),
      },
    });
  }
  return found;
}

function isChild(design: Design, parent: TableModel, name: string): boolean {
  const read = readChild(design, name);
  if (read === undefined) return false;
  return columnsTo(design, read.table, parent).some(
    (columns) => read.columns === undefined || columns.join("\0") === read.columns.join("\0"),
  );
}

/** The columns by which rows of a table refer to another. */
function columnsTo(design: Design, child: TableModel, parent: TableModel): readonly (readonly string[])[] {
  const keys = child.foreignKeys.filter((key) => referencedTable(design.model, key)?.id === parent.id);
  const several = Object.entries(design.tables.get(child.id)?.sample?.polymorphic ?? {}).filter(([, { of }]) =>
    Object.values(of).some((place) => readPlace(design.model, place)?.table.id === parent.id),
  );
  return [...keys.map(({ columns }) => columns), ...several.map(([column]) => [column])];
}

const childrenOf = (design: Design, parent: TableModel): readonly string[] =>
  design.model.tables.flatMap((child) => {
    const all = columnsTo(design, child, parent);
    return all.length === 0 ? [] : [child.id, ...all.map((columns) => childName(child.id, columns))];
  });

/** A sampled row must find the rows that it refers to, and those of a skipped table are nowhere. */
function skippedParents(design: Design, { table, columns }: DesignedTable): readonly Problem[] {
  return table.foreignKeys.flatMap((key): Problem[] => {
    const parent = referencedTable(design.model, key);
    const kept = key.columns.every((name) => {
      const rule = columns.find((entry) => entry.column.name === name)?.rule;
      return rule?.kind === "keep" || rule?.kind === "mask";
    });
    if (parent === undefined || !kept || design.tables.get(parent.id)?.mode !== "skip") return [];
    return [
      {
        severity: "error",
        code: "sample-parent-skipped",
        table: table.id,
        column: key.columns[0] ?? "",
        message: `Rows of ${table.id} refer to ${parent.id}, which is skipped.`,
        explanation: `The rows of ${parent.id} that the sample needs are written nowhere.`,
        fixes: waysOut(table, key, parent),
      },
    ];
  });
}

function waysOut(table: TableModel, key: ForeignKeyModel, parent: TableModel): readonly Fix[] {
  const nullable = key.columns.find((name) => findColumn(table, name)?.nullable === true);
  return [
    {
      label: `Take the rows of ${parent.id} that are referred to`,
      edit: { kind: "set-mode", table: parent.id, mode: "mask" },
    },
    {
      label: `Use rows of ${parent.id} that are in the target`,
      edit: { kind: "set-mode", table: parent.id, mode: "existing" },
    },
    ...(nullable === undefined
      ? []
      : [
          {
            label: `Write NULL for ${nullable}`,
            edit: { kind: "set-rule", table: table.id, column: nullable, rule: { kind: "null" } },
          } as const,
        ]),
  ];
}
