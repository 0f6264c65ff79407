import type { z } from "zod";
import { fakerGenerator } from "../faker/adapter.ts";
import { fakerMethods } from "../faker/methods/index.ts";
import { defineGenerator, type CompileContext, type Generator, type Kernel } from "../generator.ts";
import { addressBundle, addressCity, addressInputs, addressProblems, type AddressParams } from "./addresses.ts";

interface Coherent<P> {
  /** One of faker's methods, whose name, help and parameters the generator has. */
  readonly id: string;
  readonly help: string;
  /** How often its values have changed since it went over the method. */
  readonly revision?: number;
  readonly params: z.ZodType<P & AddressParams>;
  /** Parameters that are the method's own. */
  readonly own?: readonly (keyof P & string)[];
  /** Says whose address it is. */
  readonly central?: boolean;
  describe(params: P & AddressParams): string;
  /** Whether faker's own values are asked for, which go with no other column. */
  plain?(params: P & AddressParams): boolean;
  /** Whether values differ by themselves, so that a unique column can have them. */
  distinct?(params: P & AddressParams, context: CompileContext): boolean;
  /** How many values there are then. */
  capacity?(params: P & AddressParams): number | undefined;
  compile(params: P & AddressParams, context: CompileContext): Kernel;
}

/**
 * A method of faker whose values go with the other address columns of the row. A unique column has faker's own values, where
 * the real ones are too few: cities that come each once are not.
 */
export function overMethod<P extends Readonly<Record<string, unknown>>>(coherent: Coherent<P>): Generator {
  const method = fakerMethods.find(({ id }) => id === coherent.id);
  if (!method) throw new TypeError(`Faker has no ${coherent.id}.`);
  const alone = fakerGenerator(method);
  const ownParams = (p: P & AddressParams): Readonly<Record<string, unknown>> =>
    alone.params.parse(Object.fromEntries((coherent.own ?? []).map((name) => [name, p[name]])));
  return defineGenerator<P & AddressParams>({
    id: alone.id,
    version: alone.version + 2 + (coherent.revision ?? 0),
    label: alone.label,
    help: coherent.help,
    ...(alone.example === undefined ? {} : { example: alone.example }),
    category: alone.category,
    keywords: alone.keywords ?? [],
    icon: alone.icon,
    params: coherent.params,
    localized: true,
    bundle: coherent.central === true ? addressCity : addressBundle,
    accepts: (type) => alone.accepts(type),
    describe: (p) => coherent.describe(p),
    capacity: (p, type) => coherent.capacity?.(p) ?? alone.capacity(ownParams(p), type),
    inputs: addressInputs,
    problems: (p, place) => [
      ...addressProblems(p, place.columns),
      ...(coherent.plain?.(p) === true ? (alone.problems?.(ownParams(p), place) ?? []) : []),
    ],
    compile: (p, context) =>
      (context.unique && coherent.distinct?.(p, context) !== true) || coherent.plain?.(p) === true
        ? alone.compile(ownParams(p), context)
        : coherent.compile(p, context),
  });
}
