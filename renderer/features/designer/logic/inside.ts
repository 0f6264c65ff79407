import type { ReactNode } from "react";
import type { ColumnView, GeneratorCard } from "../../../../shared/api/views.ts";
import { customReference, ringThrough } from "../../../../shared/project/nested-customs.ts";
import type { Project } from "../../../../shared/project/project.ts";
import type { GenerateRule, Rule } from "../../../../shared/rules/rule.ts";

/** A place for rules inside another rule. */
export interface Inside {
  /** The column's rule made of this one alone: what is tried for a sample. */
  readonly alone: (rule: GenerateRule) => GenerateRule;
  /** The project's own generators that would then be made of themselves. */
  readonly without: readonly string[];
}

/** Where a parameter of one column's rule is edited, for fields whose values are tried while they are typed. */
export interface FieldPlace {
  readonly table: string;
  readonly column: ColumnView;
  readonly rowCount: number;
  /** The column's rule with another value of the field. */
  readonly ruleWith: (value: unknown) => GenerateRule;
  /** The rule whose parameter the field is. */
  readonly rule: GenerateRule;
  /** The project's own generators that would be made of themselves if they stood in it. */
  readonly without: readonly string[];
  /** The form of a rule that stands in the field's value. */
  readonly form: (inner: InnerForm) => ReactNode;
}

export interface InnerForm {
  readonly rule: GenerateRule;
  readonly card: GeneratorCard;
  readonly inside: Inside;
  readonly onRule: (rule: GenerateRule, gesture?: string) => void;
}

/** The rule to try for a sample; undefined for rules without values of their own. */
export function triedAs(rule: Rule, inside: Inside | undefined): GenerateRule | undefined {
  if (rule.kind !== "generate") return undefined;
  return inside ? inside.alone(rule) : rule;
}

/** The project's own generators that `name` cannot be made of: itself, and all that are made of it. */
export function ringsOf(project: Project | null, name: string | undefined): readonly string[] {
  const generators = project?.generators ?? {};
  if (name === undefined) return [];
  return Object.keys(generators).filter((part) =>
    ringThrough(name, { ...generators, [name]: { generator: "", params: { part: customReference(part) } } }),
  );
}
