import { z } from "zod";

/** The versions that a project's values were designed with. */
export interface DesignVersions {
  readonly engine: number;
  /** By generator id: those that the project uses. */
  readonly generators: Readonly<Record<string, number>>;
  /** By mask id: those that the project uses; absent in locks that were written before they were noted. */
  readonly masks?: Readonly<Record<string, number>> | undefined;
  /** The version of faker's word lists, where a generator draws from them. */
  readonly faker?: string | undefined;
  /** The fingerprint of the key that masked this project first: another key would give other pseudonyms. */
  readonly maskKey?: string | undefined;
}

const versionSchema = z.int().min(0);
/** {@link DesignVersions} as the lock has them. */
export const designVersionsSchema = z.strictObject({
  engine: versionSchema,
  generators: z.record(z.string(), versionSchema),
  masks: z.record(z.string(), versionSchema).optional(),
  faker: z.string().optional(),
  maskKey: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
});
