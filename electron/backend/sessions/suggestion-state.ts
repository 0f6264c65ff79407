import { catalogue } from "../../../shared/catalogue/index.ts";
import {
  canBeKept,
  changedSuggestions,
  isInForce,
  keepingEdit,
  suggestedRules,
  withEarlier,
  type ChangedSuggestion,
} from "../../../shared/project/changed-suggestions.ts";
import { ruleShape, rowsShape } from "../../../shared/project/file-shape.ts";
import type { Project } from "../../../shared/project/project.ts";
import { spaced, type SuggestedRules } from "../../../shared/project/suggested-rules.ts";
import type { Fix, Problem } from "../../../shared/rules/problem.ts";
import { withVirtualKeys } from "../../../shared/rules/virtual-keys.ts";
import type { SchemaModel } from "../../../shared/schema/schema-model.ts";
import type { SchemaState } from "./schema-state.ts";

/** Changes that a sentence names, and that are told one by one; the rest is counted. */
const named = 5;
const told = 20;
/** Characters of a rule that a sentence shows. */
const shown = 80;

/**
 * The suggestions that a project was designed with beside those of this release. Saving keeps the first in the lock until the
 * others are taken, or the project says the first itself.
 */
export class SuggestionState {
  readonly #recorded: SuggestedRules | undefined;
  readonly #opened: Project;
  readonly #schema: SchemaState;
  #known: { readonly model: SchemaModel; readonly changes: readonly ChangedSuggestion[] } | undefined;

  constructor(recorded: SuggestedRules | undefined, opened: Project, schema: SchemaState) {
    this.#recorded = recorded;
    this.#opened = opened;
    this.#schema = schema;
  }

  /** Whether the lock had any: those of format 1 have none, and nothing is known to have changed. */
  get isRecorded(): boolean {
    return this.#recorded !== undefined;
  }

  /** What to keep in the lock. */
  toKeep(project: Project): SuggestedRules {
    const now = suggestedRules(this.#schema.locked(project), project, catalogue);
    const changes = this.#changed(project);
    if (this.#recorded === undefined || changes.length === 0) return now;
    const stay = new Set(changes.map(placeOf));
    return withEarlier(now, this.#recorded, (table, column) => stay.has(placeOf({ table, column })));
  }

  /** What a project takes as it is suggested, and was suggested otherwise: one finding with both ways out. */
  problem(project: Project): Problem | undefined {
    const changes = this.#changed(project);
    if (changes.length === 0) return undefined;
    const list = changes.slice(0, told);
    const rest = changes.length > list.length ? ` and ${changes.length - list.length} more` : "";
    const lost = changes.filter((change) => !canBeKept(change, project));
    const unkept = lost.length === 0 ? "" : ` The project cannot say what was suggested for ${inWords(lost)}.`;
    const keep = keepingEdit(changes, project);
    const fixes: readonly Fix[] = [
      ...(keep === undefined ? [] : [{ label: "Keep the earlier rules", edit: keep }]),
      { label: "Take the new rules", edit: { kind: "take-suggestions" } },
    ];
    return {
      severity: "warning",
      code: "suggestions-changed",
      message: `Other rules are suggested than when the project was saved, which gives other values: ${inWords(changes)}.`,
      explanation: `${list.map(difference).join("; ")}${rest}. Exported files change in these once.${unkept}`,
      fixes,
    };
  }

  #changed(project: Project): readonly ChangedSuggestion[] {
    if (this.#recorded === undefined || project.suggestionsTaken === true) return [];
    return this.#all(this.#recorded, project).filter((change) => isInForce(change, project));
  }

  /** All that differs, whatever the project says. A key that is added while the project is open is no news to who adds it. */
  #all(recorded: SuggestedRules, project: Project): readonly ChangedSuggestion[] {
    const keyed = project.taken === undefined ? this.#opened : project;
    const schema = this.#schema.locked(project);
    const model = withVirtualKeys(schema, keyed);
    if (this.#known?.model !== model) {
      const touched = this.#schema.touched(project);
      const changes = changedSuggestions(recorded, schema, keyed, catalogue);
      this.#known = { model, changes: changes.filter(({ table, column }) => !touched(table, column)) };
    }
    return this.#known.changes;
  }
}

const placeOf = ({ table, column }: Pick<ChangedSuggestion, "table" | "column">): string =>
  JSON.stringify([table, column]);

const nameOf = ({ table, column }: ChangedSuggestion): string =>
  column === undefined ? `the rows of ${table}` : `${table}.${column}`;

function inWords(changes: readonly ChangedSuggestion[]): string {
  const rest = changes.length - named;
  return `${changes.slice(0, named).map(nameOf).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

function difference(change: ChangedSuggestion): string {
  const [was, is] =
    change.column === undefined
      ? [rowsShape(change.before), rowsShape(change.now)]
      : [change.was, ruleShape(change.now, catalogue)];
  return `${nameOf(change)}: ${ruleText(is)}, was ${ruleText(was)}`;
}

function ruleText(value: unknown): string {
  const text = spaced(value).replaceAll(/"([\w.-]+)"/g, "$1");
  return text.length > shown ? `${text.slice(0, shown)}…` : text;
}
