import type { z } from "zod";
import { SeedloomError } from "../base/errors.ts";
import type { EngineId, SchemaModel } from "../schema/schema-model.ts";

/** A text file of a kit; the path is relative to the kit's folder. */
export interface KitFile {
  readonly path: string;
  readonly text: string;
}

/** What a kit is written for. */
export interface KitContext {
  readonly model: SchemaModel;
  /** The project's folder as seen from the kit's, with slashes. */
  readonly project: string;
  /** The names of the project's exports of data that can be made without the source. */
  readonly targets: readonly string[];
  /** All exports can: `export --check` compares them. */
  readonly exportable: boolean;
  /** Whether tables take their rows from the source in a scenario, or in the project itself: such are masked, not loaded. */
  readonly masks: (scenario?: string) => boolean;
  /** The names of the project's scenarios. */
  readonly scenarios: readonly string[];
}

/** The groups of the window's list. */
export type KitGroup = "Tests" | "Containers" | "Continuous integration" | "Many machines";

export interface KitDeclaration<O> {
  /** Part of the project file: `kit: github-actions`. */
  readonly id: string;
  readonly label: string;
  /** One sentence for the list. */
  readonly help: string;
  readonly group: KitGroup;
  /** A strict Zod object; each field has a default, and a label by `parameter` (generators/parameter.ts). */
  readonly options: z.ZodObject & z.ZodType<O>;
  /** It works at the root of the repository only: that is where its reader looks, and what its commands start from. */
  readonly atRoot?: true;
  /** The engines that it is for; all where absent. */
  readonly engines?: readonly EngineId[];
  /** A file that its own work with and that is not theirs, by its path in the kit's folder, and what to do where it is not there. */
  readonly needs?: (options: O) => { readonly path: string; readonly otherwise: string } | undefined;
  files(context: KitContext, options: O): readonly KitFile[];
}

/** A kit with its options erased: they are parsed at the project's door. */
export type Kit = KitDeclaration<Readonly<Record<string, unknown>>>;

/** Declares a kit; erases its options for the list, and refuses engines that it is not for. */
export function defineKit<O extends Readonly<Record<string, unknown>>>(declaration: KitDeclaration<O>): Kit {
  const { id, engines, needs, ...rest } = declaration;
  return {
    ...rest,
    id,
    ...(engines === undefined ? {} : { engines }),
    // Sound: options that come along were made by this schema.
    ...(needs === undefined ? {} : { needs: (options) => needs(options as O) }),
    files(context, options) {
      const { engine } = context.model;
      if (engines?.includes(engine) === false) {
        throw new SeedloomError(
          "export-blocked",
          `The kit ${id} is for ${engines.join(" and ")}; the project's source is ${engine}.`,
          "Choose another kit, or leave this export out.",
        );
      }
      // Sound: options that come along were made by this schema.
      return declaration.files(context, options as O);
    },
  };
}
