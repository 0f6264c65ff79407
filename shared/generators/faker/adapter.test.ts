import { expect, test } from "vitest";
import { generatorCatalogue } from "../index.ts";
import { bind, cellsOf } from "../test-bench.ts";
import { loadLocales } from "./locales.ts";

test.each(["person.jobTitle", "company.name", "location.county", "commerce.productName"])(
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
