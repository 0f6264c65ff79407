import type { GeneratorCatalogue } from "../generators/generator.ts";
import { dependentsOf, setGenerator, usesOf } from "../project/custom-generators.ts";
import type { Project } from "../project/project.ts";
import { findColumn, findTable, type SchemaModel, type TableId } from "../schema/schema-model.ts";
import { renamedParams } from "./rename-words.ts";
import type { Rename } from "./schema-change.ts";

/**
 * The project's own generators, and all columns that use them, with the names of tables and columns as they are now. `before` is
 * the project as it was made, with the schema of `model`. A column's name that stands alone means one of every table that uses the
 * generator: it is taken along where none of them keeps the old name. `moved` is told of each generator that changes.
 */
export function withRenamedGenerators(
  project: Project,
  before: Project,
  renames: readonly Rename[],
  model: SchemaModel,
  catalogue: GeneratorCatalogue,
  moved: (sentence: string) => void,
): Project {
  let next = project;
  for (const [name, one] of Object.entries(before.generators ?? {})) {
    // What is made of another is brought along with that one.
    if (one.custom !== undefined) continue;
    const users = usersOf(before, name);
    const params = users.reduce(
      (said, user) =>
        renamedParams(
          one.generator,
          said,
          { table: user, renames: meantBy(user, users, renames, model), model },
          catalogue,
        ),
      one.params,
    );
    if (JSON.stringify(params) === JSON.stringify(one.params)) continue;
    next = setGenerator(next, name, { ...one, params });
    moved(`The generator ${name} reads the new names.`);
  }
  return next;
}

/** The tables in which a generator is used, or one that is made of it. */
function usersOf(project: Project, name: string): readonly TableId[] {
  const own = usesOf(project, name).map(({ table }) => table);
  return [...new Set([...own, ...dependentsOf(project, name).flatMap((other) => usersOf(project, other))])];
}

/** Without the renames of `user`'s columns that another user still has under the old name. */
function meantBy(
  user: TableId,
  users: readonly TableId[],
  renames: readonly Rename[],
  model: SchemaModel,
): readonly Rename[] {
  const keeps = (table: TableId, column: string, to: string): boolean => {
    const found = findTable(model, table);
    if (found === undefined || findColumn(found, column) === undefined) return false;
    return !renames.some((rename) => rename.table === table && rename.column === column && rename.to === to);
  };
  return renames.filter(
    ({ table, column, to }) =>
      column === undefined || table !== user || !users.some((other) => keeps(other, column, to)),
  );
}
