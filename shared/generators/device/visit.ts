import { z } from "zod";
import { wordAt } from "../../random/stream.ts";
import { bundleField, bundlePart, bundleStream } from "../bundle.ts";
import { listedKernel, weightedDraw } from "../bundle-text.ts";
import { defineGenerator, type CompileContext, type Generator, type Kernel } from "../generator.ts";
import { scaledColumn, takesNumbers } from "../numbers/scaled-column.ts";
import { inColumn } from "../text/as-text.ts";
import { suffixCapacity } from "../text/row-suffix.ts";
import { takesText, textLimit } from "../text/text-kernel.ts";
import { pages, type Page } from "./visits.ts";

const params = z.strictObject({ visit: bundleField("Visit", "entry_url belongs to entry_status") });
type Params = z.infer<typeof params>;

const draw = weightedDraw(pages.map(({ weight }) => weight));

interface Part {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly icon: string;
  readonly words: string;
  readonly example: string;
  readonly central?: boolean;
}

const declared = ({ id, label, help, icon, words, example, central }: Part) => ({
  id,
  version: 1,
  label,
  help,
  example,
  category: "internet" as const,
  keywords: ["web", "visit", "request", "log", ...words.split(" ")],
  icon,
  params,
  bundle: bundlePart("visit", central),
  describe: (p: Params) => `of the row's visit${p.visit === "" ? "" : `, ${p.visit}`}`,
});

const text = (of: Part & { readonly least: number }, textOf: (page: Page) => string): Generator => {
  const texts = pages.map(textOf);
  return defineGenerator<Params>({
    ...declared(of),
    accepts: (type) => takesText(type, of.least),
    capacity: (_p, type) => suffixCapacity(textLimit(type)),
    compile(p, context) {
      const { k0, k1 } = bundleStream(context, "visit", p.visit);
      return listedKernel(texts, (row) => draw(wordAt(k0, k1, row, 0)), context);
    },
  });
};

/** Numbers of a visit; what the column cannot hold becomes the nearest that it can. */
const number = (of: Part, numberOf: (page: Page, word: number) => number): Generator =>
  defineGenerator<Params>({
    ...declared(of),
    accepts: takesNumbers,
    capacity: () => 1,
    compile(p, context: CompileContext): Kernel {
      const { k0, k1 } = bundleStream(context, "visit", p.visit);
      const column = scaledColumn(context.type, 0, context.batchRows);
      const { scaled, lowest, highest } = column;
      const unit = 10 ** column.scale;
      const fill = (rows: Float64Array, count: number): void => {
        for (let i = 0; i < count; i++) {
          const row = rows[i] ?? 0;
          const page = pages[draw(wordAt(k0, k1, row, 0))];
          const value = page ? Math.round(numberOf(page, wordAt(k0, k1, row, 1))) * unit : 0;
          scaled[i] = Math.max(lowest, Math.min(highest, value));
        }
        column.finish(count);
      };
      return inColumn({ out: column.out, fill }, context);
    },
  });

/** A page of a site being asked for; the columns of a row that share one fit each other. */
export const visitGenerators: readonly Generator[] = [
  text(
    {
      id: "visit.url",
      label: "Visited URL",
      help: "Addresses of pages of one site, on a domain that is reserved for examples.",
      icon: "link",
      words: "url address page",
      example: "https://www.example.com/products",
      least: 24,
      central: true,
    },
    ({ path }) => `https://www.example.com${path}`,
  ),
  text(
    {
      id: "visit.path",
      label: "Visited path",
      help: "Paths of pages, as the row's URL has them.",
      icon: "route",
      words: "path page uri endpoint route",
      example: "/products/4711",
      least: 8,
      central: true,
    },
    ({ path }) => path,
  ),
  text(
    {
      id: "visit.referrer",
      label: "Referrer",
      help: "Where the visitor came from, on reserved domains; empty where from nowhere.",
      icon: "arrow-back-up",
      words: "referer referrer source origin",
      example: "https://search.example/",
      least: 24,
    },
    ({ referrer }) => referrer,
  ),
  text(
    {
      id: "visit.method",
      label: "Request method",
      help: "GET, and POST or DELETE where the row's page takes them.",
      icon: "api",
      words: "http verb get post",
      example: "GET",
      least: 6,
    },
    ({ method }) => method,
  ),
  number(
    {
      id: "visit.status",
      label: "Response status",
      help: "HTTP status codes, mostly 200, that go with the row's page and method.",
      icon: "server",
      words: "http code response",
      example: "200",
    },
    ({ status }) => status,
  ),
  number(
    {
      id: "visit.duration",
      label: "Response time",
      help: "Milliseconds to the answer: longer for pages that look much up, and for errors of the server.",
      icon: "clock",
      words: "duration latency elapsed milliseconds time",
      example: "134",
    },
    // Half to three times the usual, most near it.
    ({ duration }, word) => duration * (0.5 + 2.5 * ((word >>> 0) * 2.3283064365386963e-10) ** 3),
  ),
];
