import type { ColumnModel, EngineId } from "../../schema/schema-model.ts";
import { text } from "./print.ts";

/** The function that declares a table. */
export const tableFunction: Readonly<Record<EngineId, string>> = {
  sqlite: "sqliteTable",
  postgresql: "pgTable",
  mysql: "mysqlTable",
};

/** The call that declares a column, and the functions that it needs. */
export function drizzleColumn(
  column: ColumnModel,
  engine: EngineId,
): { readonly call: string; readonly from: readonly string[] } {
  const [name, config] = engine === "sqlite" ? sqliteColumn(column) : serverColumn(column, engine);
  return {
    call: `${name}(${text(column.name)}${config === undefined ? "" : `, ${config}`})`,
    from: [name.replace(/<.*$/, "")],
  };
}

type Call = readonly [name: string, config?: string];

function sqliteColumn({ valueType: type }: ColumnModel): Call {
  switch (type.kind) {
    case "integer":
      return ["integer"];
    case "boolean":
      return ["integer", '{ mode: "boolean" }'];
    case "real":
      return ["real"];
    case "decimal":
      return (type.precision ?? 99) <= 15 ? ["numeric", '{ mode: "number" }'] : ["numeric"];
    case "bytes":
      return ["blob", '{ mode: "buffer" }'];
    default:
      return ["text"];
  }
}

/** Types without a function of their own are texts: the engine reads them as what they are. */
function serverColumn({ valueType: type }: ColumnModel, engine: EngineId): Call {
  const pg = engine === "postgresql";
  switch (type.kind) {
    case "integer":
      if (type.bits === 64) return ["bigint", '{ mode: "number" }'];
      return [type.bits <= 16 ? "smallint" : pg ? "integer" : "int"];
    case "boolean":
      return ["boolean"];
    case "real":
      return [type.bits === 32 ? "real" : pg ? "doublePrecision" : "double"];
    case "decimal": {
      const name = pg ? "numeric" : "decimal";
      return (type.precision ?? 99) <= 15 ? [name, '{ mode: "number" }'] : [name];
    }
    case "date":
      return ["date", '{ mode: "string" }'];
    case "timestamp":
      return [
        pg ? "timestamp" : "datetime",
        `{ mode: "string"${pg && type.zone === true ? ", withTimezone: true" : ""} }`,
      ];
    case "uuid":
      return pg ? ["uuid"] : ["text"];
    case "json":
      return ["json"];
    case "bytes":
      return [`customType<{ data: Buffer }>({ dataType: () => "${pg ? "bytea" : "varbinary"}" })`];
    default:
      return ["text"];
  }
}
