import { toSlug } from "../../../../shared/base/transliterate.ts";
import { customRule } from "../../../../shared/project/custom-generators.ts";
import type { ProjectEdit } from "../../../../shared/project/project-edit.ts";
import type { CustomGenerator, Project } from "../../../../shared/project/project.ts";
import type { GenerateRule } from "../../../../shared/rules/rule.ts";

/** The name of a label in the file: its words with hyphens; where that is taken, with a number. */
export function nameOfLabel(label: string, taken: readonly string[]): string {
  const plain = toSlug(label).slice(0, 50) || "generator";
  let name = plain;
  for (let k = 2; taken.includes(name); k++) name = `${plain}-${k}`;
  return name;
}

/** The label where it says more than the name. */
const labelled = (label: string, name: string): Pick<CustomGenerator, "label"> => (label === name ? {} : { label });

/** Makes a custom generator of a column's rule, which from then on is that. */
export function saveAsCustom(
  project: Project,
  place: { readonly table: string; readonly column: string },
  rule: GenerateRule,
  label: string,
): ProjectEdit {
  const { generator, params, locale, nulls, when, unique, edge } = rule;
  const name = nameOfLabel(label, Object.keys(project.generators ?? {}));
  const definition = { ...labelled(label, name), generator, params, ...(locale === undefined ? {} : { locale }) };
  return {
    kind: "several",
    label: `Save ${label} as a custom generator`,
    edits: [
      { kind: "set-generator", name, generator: definition },
      {
        kind: "set-rule",
        ...place,
        rule: {
          ...customRule(name, definition),
          ...(nulls === undefined ? {} : { nulls }),
          ...(when === undefined ? {} : { when }),
          ...(unique === undefined ? {} : { unique }),
          ...(edge === undefined ? {} : { edge }),
        },
      },
    ],
  };
}

/** Makes a custom generator of a rule inside another; answers with its name. */
export function saveInnerRule(
  project: Project,
  { generator, params, locale }: Pick<CustomGenerator, "generator" | "params" | "locale">,
  label: string,
): { readonly name: string; readonly edit: ProjectEdit } {
  const name = nameOfLabel(label, Object.keys(project.generators ?? {}));
  const definition = {
    ...labelled(label, name),
    generator,
    params,
    ...(locale === undefined ? {} : { locale }),
  };
  return { name, edit: { kind: "set-generator", name, generator: definition } };
}

/** Gives a custom generator another label, and the name that goes with it. */
export function relabelCustom(project: Project, name: string, label: string): ProjectEdit | undefined {
  const definition = project.generators?.[name];
  if (definition === undefined) return undefined;
  const to = nameOfLabel(
    label,
    Object.keys(project.generators ?? {}).filter((other) => other !== name),
  );
  const { label: _, ...rest } = definition;
  return {
    kind: "several",
    label: `Rename custom generator to ${label}`,
    edits: [
      { kind: "set-generator", name, generator: { ...labelled(label, to), ...rest } },
      ...(to === name ? [] : [{ kind: "rename-generator", name, to } as const]),
    ],
  };
}
