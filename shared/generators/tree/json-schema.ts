import { longestList, TreeFault } from "./tree-node.ts";

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const numberOf = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);

/**
 * A tree of rules from a JSON Schema, draft 2020-12: type, properties, required, items, prefixItems, enum, const, limits,
 * pattern, format, anyOf, oneOf, allOf and $ref within the document. What a document may leave out is there in half of them.
 * @throws TreeFault where the schema refers to itself, or to what is not there.
 */
export function treeOfSchema(schema: unknown): unknown {
  return new SchemaReader(schema).tree(schema, "", []);
}

const formats: Readonly<Record<string, unknown>> = {
  "date-time": { timestamp: {} },
  date: { date: {} },
  time: { time: {} },
  duration: { duration: {} },
  email: "internet.email",
  "idn-email": "internet.email",
  hostname: "internet.domainName",
  ipv4: { "ip-address": { range: "documentation" } },
  ipv6: { "ip-address": { version: "6", range: "documentation" } },
  uri: "internet.url",
  "uri-reference": "internet.url",
  iri: "internet.url",
  uuid: "uuid",
};

class SchemaReader {
  readonly #root: unknown;
  constructor(root: unknown) {
    this.#root = root;
  }

  tree(schema: unknown, at: string, open: readonly string[]): unknown {
    if (schema === true || schema === undefined) return { $rule: { lorem: { unit: "words", max: 3 } } };
    if (!isSchema(schema)) throw new TreeFault(at, "has no schema that any value fits");
    const { $ref: ref } = schema;
    if (typeof ref === "string") {
      if (open.includes(ref))
        throw new TreeFault(at, `refers to ${ref}, which it is part of: such a document has no end`);
      return this.tree(this.#resolve(ref, at), at, [...open, ref]);
    }
    if ("const" in schema) return schema["const"];
    const { enum: values, anyOf, oneOf, allOf } = schema;
    if (Array.isArray(values)) return { $one: values };
    const several = Array.isArray(anyOf) ? anyOf : Array.isArray(oneOf) ? oneOf : undefined;
    if (several !== undefined)
      return { $one: several.map((part, k) => this.tree(merge(rest(schema), part), `${at}|${k}`, open)) };
    if (Array.isArray(allOf)) {
      const parts = allOf.map((part: unknown) => this.#flat(part, at, open));
      return this.tree(parts.reduce<Schema>(merge, rest(schema)), at, open);
    }
    return this.#typed(schema, at, open);
  }

  #typed(schema: Schema, at: string, open: readonly string[]): unknown {
    const { type } = schema;
    const types = Array.isArray(type) ? type.map(String) : [typeof type === "string" ? type : guessType(schema)];
    const kind = types.find((name) => name !== "null") ?? (types.length > 0 ? "null" : "object");
    const node = this.#ofType(kind, schema, at, open);
    return types.includes("null") && kind !== "null" ? { $one: [node, node, node, null] } : node;
  }

  #ofType(kind: string, schema: Schema, at: string, open: readonly string[]): unknown {
    switch (kind) {
      case "null":
        return null;
      case "boolean":
        return { $rule: "boolean" };
      case "integer":
      case "number":
        return { $rule: numberRule(schema, kind === "integer") };
      case "string":
        return { $rule: textRule(schema) };
      case "array":
        return this.#list(schema, at, open);
      default:
        return this.#object(schema, at, open);
    }
  }

  #object(schema: Schema, at: string, open: readonly string[]): unknown {
    const { properties, required } = schema;
    const needed = new Set(Array.isArray(required) ? required.map(String) : []);
    const fields = isSchema(properties) ? Object.entries(properties) : [];
    return Object.fromEntries(
      fields.flatMap(([name, part]) => {
        const place = at === "" ? name : `${at}.${name}`;
        // What is not required ends a document that would have no end.
        if (!needed.has(name) && this.#comesBack(part, open)) return [];
        const node = this.tree(part, place, open);
        return [[name, needed.has(name) ? node : { $maybe: node, share: 0.5 }]];
      }),
    );
  }

  #list(schema: Schema, at: string, open: readonly string[]): unknown {
    const { items, prefixItems } = schema;
    if (Array.isArray(prefixItems)) return prefixItems.map((part, k) => this.tree(part, `${at}[${k}]`, open));
    const min = numberOf(schema["minItems"]) ?? 0;
    if (min === 0 && this.#comesBack(items, open)) return [];
    const max = Math.min(longestList, numberOf(schema["maxItems"]) ?? Math.max(3, min + 2));
    return { $list: this.tree(items, `${at}[]`, open), min: Math.min(min, max), max };
  }

  #comesBack(schema: unknown, open: readonly string[]): boolean {
    return isSchema(schema) && typeof schema["$ref"] === "string" && open.includes(schema["$ref"]);
  }

  /** A part of allOf with its references followed, so that it can be merged. */
  #flat(schema: unknown, at: string, open: readonly string[]): Schema {
    if (!isSchema(schema)) return {};
    const { $ref: ref } = schema;
    if (typeof ref !== "string") return schema;
    if (open.includes(ref))
      throw new TreeFault(at, `refers to ${ref}, which it is part of: such a document has no end`);
    return this.#flat(this.#resolve(ref, at), at, [...open, ref]);
  }

  #resolve(ref: string, at: string): unknown {
    if (!ref.startsWith("#")) throw new TreeFault(at, `refers to ${ref}, which is in another document`);
    let found: unknown = this.#root;
    for (const step of ref.slice(1).split("/").filter(Boolean)) {
      const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
      found = isSchema(found) ? found[name] : undefined;
    }
    if (found === undefined) throw new TreeFault(at, `refers to ${ref}, which is not there`);
    return found;
  }
}

/** A schema without its alternatives. */
function rest(schema: Schema): Schema {
  const { anyOf: _any, oneOf: _one, allOf: _all, $defs: _defs, ...others } = schema;
  return others;
}

function merge(left: Schema, right: unknown): Schema {
  if (!isSchema(right)) return left;
  const listed = (schema: Schema): readonly unknown[] => (Array.isArray(schema["required"]) ? schema["required"] : []);
  const fields = (schema: Schema): Schema => (isSchema(schema["properties"]) ? schema["properties"] : {});
  return {
    ...left,
    ...right,
    properties: { ...fields(left), ...fields(right) },
    required: [...listed(left), ...listed(right)],
  };
}

function guessType(schema: Schema): string {
  if ("items" in schema || "prefixItems" in schema) return "array";
  if ("pattern" in schema || "minLength" in schema || "maxLength" in schema || "format" in schema) return "string";
  return "minimum" in schema || "maximum" in schema || "multipleOf" in schema ? "number" : "object";
}

function numberRule(schema: Schema, whole: boolean): unknown {
  const step = numberOf(schema["multipleOf"]) ?? (whole ? 1 : 0.01);
  const low = numberOf(schema["minimum"]) ?? (numberOf(schema["exclusiveMinimum"]) ?? Math.min(0, -step)) + step;
  const high =
    numberOf(schema["maximum"]) ??
    (numberOf(schema["exclusiveMaximum"]) ?? Math.max(1000, low + 1000 * step) + step) - step;
  if (whole && Number.isInteger(step))
    return { integer: { min: Math.ceil(low / step) * step, max: Math.floor(high), step } };
  const scale = Math.min(12, /\.(\d+)$/.exec(String(step))?.[1]?.length ?? 0);
  return { decimal: { min: low, max: high, scale } };
}

function textRule(schema: Schema): unknown {
  const { pattern, format } = schema;
  if (typeof format === "string" && formats[format] !== undefined) return formats[format];
  if (typeof pattern === "string") return { pattern: { pattern } };
  const min = numberOf(schema["minLength"]) ?? 0;
  const max = numberOf(schema["maxLength"]);
  if (min === 0 && max === undefined) return { lorem: { unit: "words", max: 3 } };
  const most = Math.min(max ?? min + 10, min + 20);
  return { pattern: { pattern: `[a-z]{${Math.max(min, Math.min(1, most))},${most}}` } };
}
