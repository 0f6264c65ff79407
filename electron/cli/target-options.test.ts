import { expect, test } from "vitest";
import { formats } from "../../shared/encoders/index.ts";
import { readOptions } from "./target-options.ts";

const read = (id: string, ...words: string[]): unknown => {
  const kind = formats.find((format) => format.id === id);
  return kind && readOptions(words, kind);
};

test("a value is read as what the option takes", () => {
  expect(read("csv", "delimiter=;", "header=false", "null=NULL")).toEqual({
    delimiter: ";",
    header: false,
    null: "NULL",
  });
  expect(read("csv", "null=")).toEqual({ null: "" });
  expect(read("sql", "rows-per-statement=500", "statement=upsert")).toEqual({
    "rows-per-statement": 500,
    statement: "upsert",
  });
});

test.each([
  ["csv", "header", /takes NAME=VALUE, not "header"/, /delimiter=,/],
  ["csv", "heder=false", /csv has no option heder/, /header/],
  ["ndjson", "indent=2", /ndjson has no option indent/, /takes none/],
  ["csv", "header=maybe", /option header of csv is not valid/, undefined],
  ["sql", "rows-per-statement=0", /option rows-per-statement of sql is not valid/, undefined],
  ["csv", "__proto__=1", /csv has no option __proto__/, undefined],
])("%s: %s is refused", (id, word, message, hint) => {
  expect(() => read(id, word)).toThrow(
    expect.objectContaining({
      code: "usage",
      message: expect.stringMatching(message) as string,
      ...(hint === undefined ? {} : { hint: expect.stringMatching(hint) as string }),
    }),
  );
});
