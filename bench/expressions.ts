import { bindExpression } from "../shared/expressions/bind-expression.ts";
import { checkExpression } from "../shared/expressions/check-expression.ts";
import { vectorReader } from "../shared/expressions/read-vector.ts";
import { resultColumn } from "../shared/expressions/result-column.ts";
import type { ExpressionScope } from "../shared/expressions/scope.ts";
import type { ValueType } from "../shared/schema/value-type.ts";
import { newDecimalVector, newDictionaryVector, newIntegerVector } from "../shared/vectors/new-vector.ts";
import { textDictionary } from "../shared/vectors/text-dictionary.ts";
import type { Vector } from "../shared/vectors/vector.ts";

// Cells a second of expressions, from the vectors of a batch to the vector of the result.
// Run: node scripts/run.mjs bench/expressions.ts

const rows = 2048;
const money: ValueType = { kind: "decimal", precision: 12, scale: 2 };
const integer: ValueType = { kind: "integer", bits: 32 };
const text: ValueType = { kind: "text" };

const scope: ExpressionScope = {
  table: "t",
  children: [],
  tables: { t: { parents: {}, columns: { quantity: integer, price: money, status: text } } },
};
const quantity = newIntegerVector(rows);
const price = newDecimalVector(rows, 2);
const status = newDictionaryVector(rows, textDictionary(["paid", "open", "void"]));
for (let i = 0; i < rows; i++) {
  quantity.values[i] = 1 + (i % 9);
  price.values[i] = 100 + i;
  status.codes[i] = i % 3;
}
const vectors = new Map<string, Vector>([
  ["quantity", quantity],
  ["price", price],
  ["status", status],
]);

const cases: readonly (readonly [source: string, column: ValueType])[] = [
  ["quantity > 5 ? 1 : 2", integer],
  ["quantity * price", money],
  ["round(quantity * price * 1.25, 2)", money],
  ["price / quantity", money],
  ['status == "paid" && quantity > 3 ? price : 0', money],
  ["row + 1", { kind: "integer", bits: 64 }],
  ['upper(status) + "-" + row', text],
  ["[1, 2, 3, 4].filter(x, x > quantity).map(x, x * 2)[0]", integer],
];

for (const [source, column] of cases) {
  const checked = checkExpression(source, scope);
  if (!checked.ok) throw new Error(checked.error.message);
  const bound = bindExpression(checked.root, {
    column(path, type) {
      const vector = vectors.get(path);
      if (!vector) throw new Error(`There is no vector ${path}.`);
      return vectorReader(vector, type);
    },
    figure: () => () => null,
    referenceDay: 0,
    unit: () => 0,
  });
  const result = resultColumn(checked.type, column, rows);
  const fill = (): void => {
    for (let i = 0; i < rows; i++) {
      const value = bound.cell(i, i);
      if (value !== null) result.put(i, value);
    }
  };
  for (let k = 0; k < 200; k++) fill();
  const start = performance.now();
  let batches = 0;
  while (performance.now() - start < 500) {
    fill();
    batches++;
  }
  const rate = (batches * rows) / (performance.now() - start) / 1000;
  console.log(`${source.padEnd(56)} ${rate.toFixed(1).padStart(5)} M/s`);
}
