import type { CodeColumn, CodeTable } from "../describe.ts";
import { enclosed, type Doc } from "../layout.ts";
import type { TableNames } from "./names.ts";
import { array, cell, literal, member, object, text, typeOf } from "./print.ts";

/** A table with all that its factory is written from. */
export interface Written {
  readonly table: CodeTable;
  readonly names: TableNames;
  readonly all: ReadonlyMap<string, TableNames>;
  readonly roles: ReadonlyMap<string, string>;
  readonly traits: ReadonlyMap<string, string>;
  readonly samples: string;
}

/** The value of a column as an expression. */
export function columnValue(one: Written, column: CodeColumn, plain: boolean): Doc {
  const { model, source, nulls } = column;
  const made = expression(one, column, plain);
  const optional = nulls > 0 && !["sample", "constant", "parent", "own"].includes(source.kind) && model.nullable;
  return optional ? enclosed("orNull(", [literal(nulls), made], ")") : made;
}

function expression(one: Written, { model, source }: CodeColumn, plain: boolean): Doc {
  const type = model.valueType;
  switch (source.kind) {
    case "sequence":
      return source.start === 1 && source.step === 1 ? "sequence" : `${source.start} + (sequence - 1) * ${source.step}`;
    case "parent":
      return member(one.roles.get(one.table.links[source.link]?.role ?? "") ?? "", source.column);
    case "own": {
      const key = one.table.columns.find((other) => other.model.name === source.column);
      return key === undefined ? "null" : [member("params", source.column), " ?? ", columnValue(one, key, plain)];
    }
    case "constant":
      return cell(source.value, model);
    case "default":
      return "undefined";
    case "faker":
      return `faker.${source.method}()${type.kind === "text" && type.maxLength !== undefined ? `.slice(0, ${type.maxLength})` : ""}`;
    case "choice":
      // A trait's choices are its own.
      return plain
        ? [
            "faker.helpers.weightedArrayElement(",
            array(
              source.values.map((one_, at) =>
                object([
                  ["value", cell(one_, model)],
                  ["weight", literal(source.weights[at] ?? 1)],
                ]),
              ),
              "objects",
            ),
            ")",
          ]
        : enclosed("faker.helpers.weightedArrayElement(", [member(`${one.names.row}Choices`, model.name)], ")");
    case "integer":
      return [
        "faker.number.int(",
        object([
          ["min", literal(source.min)],
          ["max", literal(source.max)],
        ]),
        ")",
      ];
    case "decimal":
      return [
        "faker.number.float(",
        object([
          ["min", literal(source.min)],
          ["max", literal(source.max)],
          ["fractionDigits", literal(source.scale)],
        ]),
        `)${typeOf({ model, long: false }).startsWith("number") ? "" : `.toFixed(${source.scale})`}`,
      ];
    case "boolean":
      return `faker.datatype.boolean(${source.share})`;
    case "date":
      return enclosed("day(", [text(source.from), text(source.to)], ")");
    case "timestamp":
      return enclosed("moment(", [text(source.from), text(source.to)], ")");
    case "uuid":
      return "faker.string.uuid()";
    case "sample":
      if (!source.distinct) return member("sample", model.name);
      return enclosed(
        "distinct(",
        [
          one.samples,
          text(model.name),
          "sequence",
          ...(type.kind === "text" && type.maxLength !== undefined ? [literal(type.maxLength)] : []),
        ],
        ")",
      );
  }
}
