import type { z } from "zod";
import type { Plan } from "../plan/plan.ts";
import type { TableId } from "../schema/schema-model.ts";

/** A text file that is made from the project, not from rows alone. The path is relative to the target's folder. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** What code is made from. */
export interface CodeContext {
  /** Of the target's scenario. */
  readonly plan: Plan;
  /** The project's other scenarios, which become traits. */
  readonly scenarios: ReadonlyMap<string, Plan>;
  /** Absent: all tables that are generated. */
  readonly tables?: readonly TableId[];
}

export interface CodeTargetDeclaration<O> {
  /** Part of the project file: `code: fishery`. */
  readonly id: string;
  readonly label: string;
  /** One sentence for the list. */
  readonly help: string;
  readonly group: "TypeScript" | "Python";
  /** A strict Zod object; each field has a default, and a label by `parameter` (generators/parameter.ts). */
  readonly options: z.ZodObject & z.ZodType<O>;
  /** The same context gives the same files. */
  files(context: CodeContext, options: O): readonly TextFile[];
}

/** A code target with its options erased: they are parsed at the project's door. */
export type CodeTarget = CodeTargetDeclaration<Readonly<Record<string, unknown>>>;

/** Declares a code target; erases its options for the list. */
export function defineCodeTarget<O extends Readonly<Record<string, unknown>>>(
  declaration: CodeTargetDeclaration<O>,
): CodeTarget {
  return declaration;
}
