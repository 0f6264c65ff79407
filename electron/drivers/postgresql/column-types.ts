import type { ValueType } from "../../../shared/schema/value-type.ts";
import type { TypeRow } from "./catalogue.ts";
import { modifiersOf, namedType } from "./value-types.ts";

/** What a declared type comes to. */
export interface ColumnType {
  readonly valueType: ValueType;
  /** The domains on the way to it, the outermost first. */
  readonly domains: readonly TypeRow[];
  /** Texts that differ in case only are equal. */
  readonly caseInsensitive: boolean;
}

/** Looks types up by their number; follows domains to what stands behind them, arrays and ranges to what they hold. */
export function columnTypes(
  types: readonly TypeRow[],
  enums: readonly { readonly type: number; readonly values: readonly string[] }[],
): (oid: number, modifier: number) => ColumnType {
  const byOid = new Map(types.map((type) => [type.oid, type]));
  const valuesOf = new Map(enums.map(({ type, values }) => [type, values]));

  function columnType(oid: number, modifier: number): ColumnType {
    const type = byOid.get(oid);
    if (type?.kind === "d") {
      const base = columnType(type.of, type.modifier);
      return { ...base, domains: [type, ...base.domains] };
    }
    return {
      valueType: type === undefined ? { kind: "notation", notation: "opaque" } : valueType(type, modifier),
      domains: [],
      caseInsensitive: type?.name === "citext",
    };
  }

  function valueType(type: TypeRow, modifier: number): ValueType {
    // int2vector and oidvector are arrays to the catalogue alone.
    if (type.isArray && type.name.startsWith("_"))
      return { kind: "array", of: columnType(type.of, modifier).valueType };
    if (type.kind === "e") return { kind: "enum", values: valuesOf.get(type.oid) ?? [] };
    if (type.kind === "r") return { kind: "range", of: columnType(type.of, -1).valueType };
    if (type.kind === "m") return { kind: "range", of: columnType(type.of, -1).valueType, several: true };
    return type.kind === "b" ? namedType(type.name, modifiersOf(type.name, modifier)) : namedType("", []);
  }

  return columnType;
}
