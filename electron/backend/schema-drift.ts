import { compareSchemas } from "../../shared/drift/compare-schemas.ts";
import type { SchemaChange } from "../../shared/drift/schema-change.ts";
import type { SchemaModel } from "../../shared/schema/schema-model.ts";

export type Drift = SchemaChange;

/** What has changed from `before` to `after`. */
export const schemaDrift = (before: SchemaModel, after: SchemaModel): readonly Drift[] =>
  compareSchemas(before, after).changes;
