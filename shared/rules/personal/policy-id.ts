import { z } from "zod";

/** The laws and standards that there are sets of masks for, the strictest first. */
export const policyIdSchema = z.enum(["hipaa", "pci", "gdpr", "ccpa"]);
export type PolicyId = z.infer<typeof policyIdSchema>;
export const policyIds: readonly PolicyId[] = policyIdSchema.options;

/** Each once, in their order. */
export const policiesInOrder = (chosen: readonly PolicyId[]): readonly PolicyId[] =>
  policyIds.filter((id) => chosen.includes(id));
