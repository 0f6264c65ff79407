import { SeedloomError } from "../../shared/base/errors.ts";
import { applyEdit } from "../../shared/project/apply-edit.ts";
import type { Project } from "../../shared/project/project.ts";
import { readShare } from "../../shared/project/sample-words.ts";
import { nearestName } from "../../shared/rules/nearest-name.ts";
import type { Sample } from "../../shared/rules/sample-rule.ts";
import type { SchemaModel } from "../../shared/schema/schema-model.ts";

/** Explains --sample in a command's help. */
export const sampleHelp =
  "take only these rows, and what belongs to them: customers:100, customers:5%, customers:#17,42, or customers:country = 'SE' (repeatable)";

/**
 * The project with what --sample says instead of the tables' own choices; what their rows bring stays as the project says.
 * Throws a SeedloomError.
 */
export function withSamples(project: Project, model: SchemaModel, words: readonly string[]): Project {
  return words.reduce((changed, word) => {
    const { table, choice } = readWord(word, model);
    if (project.tables[table]?.mode !== "mask") {
      throw new SeedloomError(
        "usage",
        `The rows of ${table} do not come from the source, so there is no sample of them.`,
        `Set \`mode: mask\` for ${table} in the project.`,
      );
    }
    const { children, polymorphic } = project.tables[table].sample ?? {};
    const sample = {
      ...choice,
      ...(children === undefined ? {} : { children }),
      ...(polymorphic === undefined ? {} : { polymorphic }),
    };
    return applyEdit(changed, { kind: "set-sample", table, sample });
  }, project);
}

function readWord(word: string, model: SchemaModel): { readonly table: string; readonly choice: Sample } {
  const names = model.tables.map(({ id }) => id);
  const [name = "", ...rest] = word.split(":");
  const choice = rest.join(":").trim();
  if (choice === "") {
    throw new SeedloomError(
      "usage",
      `--sample takes a table and what is taken of it, not "${word}".`,
      "Examples: customers:100, customers:5%, customers:#17,42, \"customers:country = 'SE'\".",
    );
  }
  if (!names.includes(name)) {
    const nearest = nearestName(name, names);
    throw new SeedloomError(
      "unknown-table",
      `There is no table ${name}.`,
      nearest === undefined ? undefined : `Did you mean ${nearest}?`,
    );
  }
  return { table: name, choice: readChoice(choice) };
}

function readChoice(text: string): Sample {
  if (text === "all") return { share: 1 };
  const share = readShare(text);
  if (share !== undefined) return { share };
  if (/^\d{1,9}$/.test(text)) return { rows: Number(text) };
  if (!text.startsWith("#")) return { where: text };
  const keys = text
    .slice(1)
    .split(",")
    .map((key) => key.trim());
  return { keys: keys.map((key) => [/^-?\d{1,15}$/.test(key) ? Number(key) : key]) };
}
