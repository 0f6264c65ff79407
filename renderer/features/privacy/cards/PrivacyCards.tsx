import type { TableId } from "../../../../shared/schema/schema-model.ts";

/** What masking comes to: what leaks, who can be singled out, what still joins. */
export function PrivacyCards(_props: { readonly session: string; readonly table: TableId }) {
  return null;
}
