import type { Expression } from "./check-ast.ts";
import type { SqlToken } from "./sql-tokens.ts";
import { NotUnderstood, type TokenCursor } from "./token-cursor.ts";

/** The parts of the grammar that contain operands, handed in by check-expression.ts. */
export interface Grammar {
  expression(cursor: TokenCursor): Expression;
  list(cursor: TokenCursor, close?: ")" | "]"): readonly Expression[];
  /** An expression without IN, AND and the like. */
  simple(cursor: TokenCursor): Expression;
}

/** Reads a literal, column, call, CASE, CAST or bracketed expression, with its signs before and casts and collations behind. */
export function parseOperand(cursor: TokenCursor, grammar: Grammar): Expression {
  const sign = cursor.takeOperator("-", "+", "~");
  if (sign !== undefined) {
    const operand = cursor.nested(() => parseOperand(cursor, grammar));
    if (sign === "~") return { kind: "complement", operand };
    return sign === "-" ? { kind: "negate", operand } : operand;
  }
  let operand = parsePrimary(cursor, grammar);
  for (;;) {
    if (cursor.takeOperator("::") !== undefined) operand = { kind: "cast", operand, type: typeName(cursor) };
    else if (cursor.take("COLLATE"))
      operand = { kind: "collate", operand, collation: cursor.next().value.toLowerCase() };
    else return operand;
  }
}

function parsePrimary(cursor: TokenCursor, grammar: Grammar): Expression {
  const token = cursor.next();
  switch (token.kind) {
    case "number":
      return numberLiteral(token.value);
    case "string":
      return { kind: "literal", value: adjacentText(cursor, token) };
    case "bytes":
      return { kind: "literal", value: bytesOf(token.value) };
    case "word":
      return parseWord(cursor, grammar, token);
    case "quoted":
      return parseName(cursor, grammar, token);
    case "operator":
    case "comment":
    default:
      break;
  }
  if (token.value !== "(") throw new NotUnderstood(`an operator, ${token.value}`);
  const inner = grammar.expression(cursor);
  cursor.expectOperator(")");
  return inner;
}

/** MySQL joins 'a' 'b' to one text. */
function adjacentText(cursor: TokenCursor, token: SqlToken): string {
  return cursor.engine === "mysql" && cursor.peek()?.kind === "string"
    ? token.value + adjacentText(cursor, cursor.next())
    : token.value;
}

const bareCalls = new Set(["current_date", "current_time", "current_timestamp", "localtime", "localtimestamp"]);

function parseWord(cursor: TokenCursor, grammar: Grammar, token: SqlToken): Expression {
  const word = token.value.toLowerCase();
  const follower = cursor.peek();
  const known = cursor.knowsColumns && cursor.column(token.value) !== undefined && !cursor.seesOperator("(");
  if (word === "null") return { kind: "literal", value: null };
  if ((word === "true" || word === "false") && !known) return { kind: "literal", value: word === "true" };
  if (word === "case") return parseCase(cursor, grammar);
  if (word === "cast") return parseCast(cursor, grammar);
  if (word === "not" || word === "select" || word === "exists" || word === "row") throw new NotUnderstood(word);
  if (word === "array" && cursor.takeOperator("[") !== undefined)
    return { kind: "call", name: "array", arguments: grammar.list(cursor, "]") };
  if (bareCalls.has(word) && !known) {
    if (cursor.takeOperator("(") !== undefined) grammar.list(cursor);
    return { kind: "call", name: word, arguments: [] };
  }
  if (follower?.kind === "string" && !known) {
    // _utf8mb4'x' of MySQL, DATE '2020-01-01' of the standard.
    cursor.next();
    if (cursor.engine === "mysql" && word.startsWith("_"))
      return { kind: "literal", value: adjacentText(cursor, follower) };
    return { kind: "cast", operand: { kind: "literal", value: follower.value }, type: word };
  }
  return parseName(cursor, grammar, token);
}

/** A column, qualified or not, or a call. */
function parseName(cursor: TokenCursor, grammar: Grammar, token: SqlToken): Expression {
  if (cursor.takeOperator("(") !== undefined) return parseCall(cursor, grammar, token.value.toLowerCase());
  if (cursor.takeOperator(".") !== undefined) return parseName(cursor, grammar, cursor.next());
  const name = cursor.column(token.value);
  if (name !== undefined) return { kind: "column", name };
  if (token.double === true && cursor.engine === "sqlite") return { kind: "literal", value: token.value };
  throw new NotUnderstood(`an unknown name, ${token.value}`);
}

function parseCall(cursor: TokenCursor, grammar: Grammar, name: string): Expression {
  if (name === "position" || name === "trim") return parseKeywordCall(cursor, grammar, name);
  if (name === "extract") {
    const field = cursor.next().value.toLowerCase();
    cursor.expect("FROM");
    const [from] = grammar.list(cursor);
    return {
      kind: "call",
      name: "date_part",
      arguments: [{ kind: "literal", value: field }, ...(from === undefined ? [] : [from])],
    };
  }
  if (cursor.take("DISTINCT") || cursor.takeOperator("*") !== undefined) throw new NotUnderstood("an aggregate");
  const call: Expression = { kind: "call", name, arguments: grammar.list(cursor) };
  if (cursor.sees("OVER") || cursor.sees("FILTER")) throw new NotUnderstood("a window");
  return call;
}

/** POSITION(a IN b) and TRIM([BOTH] [x] FROM y), whose arguments have words between them. */
function parseKeywordCall(cursor: TokenCursor, grammar: Grammar, name: "position" | "trim"): Expression {
  if (name === "position") {
    const part = grammar.simple(cursor);
    cursor.expect("IN");
    const whole = grammar.simple(cursor);
    cursor.expectOperator(")");
    return { kind: "call", name: "instr", arguments: [whole, part] };
  }
  const side = ["BOTH", "LEADING", "TRAILING"].find((keyword) => cursor.take(keyword)) ?? "BOTH";
  const call = side === "BOTH" ? "trim" : side === "LEADING" ? "ltrim" : "rtrim";
  if (cursor.take("FROM")) return { kind: "call", name: call, arguments: grammar.list(cursor) };
  const first = grammar.expression(cursor);
  if (cursor.take("FROM")) return { kind: "call", name: call, arguments: [...grammar.list(cursor), first] };
  if (cursor.takeOperator(",") !== undefined)
    return { kind: "call", name: call, arguments: [first, ...grammar.list(cursor)] };
  cursor.expectOperator(")");
  return { kind: "call", name: call, arguments: [first] };
}

function parseCase(cursor: TokenCursor, grammar: Grammar): Expression {
  const subject = cursor.sees("WHEN") ? undefined : grammar.expression(cursor);
  const branches: { when: Expression; result: Expression }[] = [];
  while (cursor.take("WHEN")) {
    const when = grammar.expression(cursor);
    cursor.expect("THEN");
    branches.push({ when, result: grammar.expression(cursor) });
  }
  const otherwise = cursor.take("ELSE") ? grammar.expression(cursor) : undefined;
  cursor.expect("END");
  return { kind: "case", branches, ...(subject && { subject }), ...(otherwise && { otherwise }) };
}

function parseCast(cursor: TokenCursor, grammar: Grammar): Expression {
  cursor.expectOperator("(");
  const operand = grammar.expression(cursor);
  cursor.expect("AS");
  const type = typeName(cursor);
  cursor.expectOperator(")");
  return { kind: "cast", operand, type };
}

const typeFollowers = new Set([
  "varying",
  "precision",
  "without",
  "with",
  "time",
  "zone",
  "unsigned",
  "signed",
  "integer",
  "large",
  "object",
  "set",
  "charset",
]);

/** A type's name in lower case: `character varying(20)` is "character varying", `text[]` is "text[]". */
function typeName(cursor: TokenCursor): string {
  const words = [cursor.next().value.toLowerCase()];
  for (let token = cursor.peek(); token !== undefined; token = cursor.peek()) {
    if (token.kind === "word" && typeFollowers.has(token.value.toLowerCase()))
      words.push(cursor.next().value.toLowerCase());
    else if (cursor.takeOperator(".") !== undefined) words.splice(0, words.length, cursor.next().value.toLowerCase());
    else if (cursor.seesOperator("(")) while (cursor.next().value !== ")");
    else break;
  }
  while (cursor.seesOperator("[") && cursor.seesOperator("]", 1)) {
    cursor.next();
    cursor.next();
    words.push("[]");
  }
  return words.join(" ").replaceAll(" []", "[]");
}

function numberLiteral(text: string): Expression {
  if (/^(\d+|0[xX][0-9a-fA-F]+)$/.test(text)) {
    const whole = BigInt(text);
    return { kind: "literal", value: whole <= Number.MAX_SAFE_INTEGER ? Number(whole) : whole };
  }
  const literal = { kind: "literal", value: Number(text) } as const;
  // 2.0 is the number 2, but dividing by it does not cut off the fraction.
  return Number.isInteger(literal.value) ? { kind: "cast", operand: literal, type: "real" } : literal;
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length >> 1 }, (_, k) => Number.parseInt(hex.slice(2 * k, 2 * k + 2), 16));
}
