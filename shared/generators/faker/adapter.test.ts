import { expect, test } from "vitest";
import { generatorCatalogue } from "../index.ts";
import { bind, cellsOf } from "../test-bench.ts";
import { loadLocales } from "./locales.ts";

test.each(["person.jobTitle", "company.name", "book.title", "commerce.productName"])(
  "%s: a page of the preview shows what a long export writes, though one draws texts and the other lists them",
  async (id) => {
    const generator = generatorCatalogue.get(id);
    if (!generator) throw new Error(`no ${id}`);
    const bench = { type: { kind: "text" }, locales: await loadLocales({ en: 1 }), rowCount: 200_000 } as const;
    const page = bind(generator, {}, { ...bench, batchRows: 100 });
    const exported = bind(generator, {}, { ...bench, batchRows: 2048 });
    expect(page.kernel.out.kind).toBe("text");
    expect(exported.kernel.out.kind).toBe("dictionary");
    const rows = Array.from({ length: 100 }, (_, i) => i * 1999);
    expect(cellsOf(page, rows)).toEqual(cellsOf(exported, rows));
  },
);

const english = await loadLocales({ en: 1 });

function textsOf(id: string, maxLength: number): readonly string[] {
  const generator = generatorCatalogue.get(id);
  if (!generator) throw new Error(`no ${id}`);
  const column = bind(
    generator,
    {},
    { type: { kind: "text", maxLength }, locales: english, rowCount: 2000, batchRows: 500 },
  );
  return cellsOf(
    column,
    Array.from({ length: 500 }, (_, row) => row),
  ).map(String);
}

test("job titles in a short column are whole ones that fit: none ends where it was cut", () => {
  const [all, short] = [new Set(textsOf("person.jobTitle", 200)), textsOf("person.jobTitle", 30)];
  const types = new Set([...all].map((title) => title.split(" ").at(-1)));
  expect(short.every((title) => title.length <= 30 && types.has(title.split(" ").at(-1)))).toBe(true);
});

test("a company's name that is cut never ends in an “and”", () => {
  const short = textsOf("company.name", 26);
  expect(short.some((name) => name.length > 20)).toBe(true);
  expect(short.filter((name) => /(?: and|[,-])$/.test(name))).toEqual([]);
});

test("book numbers that are too long for their column say which are not", () => {
  const isbn = generatorCatalogue.get("commerce.isbn");
  const said = (params: Record<string, unknown>, maxLength: number) =>
    isbn?.problems?.(isbn.params.parse(params), {
      type: { kind: "text", maxLength },
      columns: [],
    });
  expect(said({}, 17)).toEqual([]);
  expect(said({}, 13)).toMatchObject([
    { message: "The book numbers have 17 characters, and the column holds 13.", fix: { params: { separator: "" } } },
  ]);
  expect(said({ separator: "" }, 13)).toEqual([]);
  expect(said({}, 10)).toMatchObject([{ fix: { params: { digits: "10", separator: "" } } }]);
  expect(said({ digits: "10", separator: "" }, 10)).toEqual([]);
});
