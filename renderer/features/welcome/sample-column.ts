import type { ColumnView } from "../../../shared/api/views.ts";
import type { ValueKind } from "../../../shared/schema/value-type.ts";

/** A column of the sample's customers as the welcome screen shows it. */
export interface SampleColumn {
  readonly name: string;
  readonly key: ColumnView["key"];
  readonly valueKind: ValueKind;
  readonly rule: string;
  readonly icon: string;
  readonly family: ColumnView["family"];
  readonly because: string;
  /** null is NULL. */
  readonly value: string | null;
}
