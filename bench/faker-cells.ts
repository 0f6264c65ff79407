import { faker } from "@faker-js/faker/locale/en";
import { randomizerOf } from "../shared/generators/faker/randomizer.ts";
import { loadLocales } from "../shared/generators/faker/locales.ts";
import { fakerMethods } from "../shared/generators/faker/methods/index.ts";
import type { DrawnKind, FakerMethod } from "../shared/generators/faker/methods/faker-method.ts";
import type { ValueType } from "../shared/schema/value-type.ts";
import { bind } from "../shared/generators/test-bench.ts";
import { generatorCatalogue } from "../shared/generators/index.ts";

// Cells a second of faker's methods: a plain loop over faker, the same with the key of each cell set before it, and the
// generator as an export runs it. Run: node scripts/run.mjs bench/faker-cells.ts [--all]

const batch = 2048;
const milliseconds = 100;
const now = new Date("2026-11-22T00:00:00Z");

/** Methods of all kinds: templates, lists, characters, numbers, dates. */
const some =
  "person.jobTitle location.street location.streetAddress company.name company.catchPhrase commerce.productName hacker.phrase finance.iban finance.bitcoinAddress internet.password string.alphanumeric string.ulid number.int number.float date.past date.birthdate vehicle.vin lorem.sentence system.filePath internet.url color.rgb airline.airport datatype.boolean git.commitEntry";

/** Calls a second of each way, the best of some rounds in turn: what else the machine does hits them alike. */
function rates(ways: readonly ((from: number) => void)[]): readonly number[] {
  const best = ways.map(() => 0);
  for (let round = 0; round < 5; round++) {
    for (const [k, run] of ways.entries()) {
      const start = performance.now();
      let count = 0;
      let end = start;
      while (end - start < milliseconds) {
        run(count);
        count += batch;
        end = performance.now();
      }
      best[k] = Math.max(best[k] ?? 0, (count / (end - start)) * 1000);
    }
  }
  return best;
}

const [english] = await loadLocales({ en: 1 });
if (!english) throw new TypeError("English is gone.");
const wanted = process.argv.includes("--all") ? undefined : new Set(some.split(" "));
// What is made goes somewhere, or the compiler would leave out the making.
let kept = 0;
const keep = (value: unknown): void => {
  kept += typeof value === "string" ? value.length : 1;
};

const million = (perSecond: number): string => `${(perSecond / 1e6).toFixed(2)} M/s`.padStart(12);
const line = (name: string, ...cells: readonly string[]): void =>
  console.log(name.padEnd(34) + cells.map((cell) => cell.padStart(13)).join(""));

function measure(method: FakerMethod): readonly [keyed: number, engine: number] {
  const params = method.params.parse({});
  const { draw } = method;
  const own = english?.faker ?? faker;
  const randomizer = randomizerOf(own);
  const key: [number, number] = [0, 0];
  const generator = generatorCatalogue.get(method.id);
  const rows = Float64Array.from({ length: batch }, (_, row) => row);
  const bench = {
    type: types[method.kind ?? "text"],
    locales: english ? [english] : [],
    rowCount: 1e6,
    batchRows: batch,
  };
  const bound = generator && bind(generator, {}, bench);
  bound?.kernel.fill(rows, batch);
  const [plain = 1, keyed = 0, engine = 0] = rates([
    () => {
      for (let i = 0; i < batch; i++) keep(draw(faker, params, now));
    },
    (from) => {
      for (let i = 0; i < batch; i++) {
        key[0] = from + i;
        randomizer.seed(key);
        keep(draw(own, params, now));
      }
    },
    (from) => {
      for (let i = 0; i < batch; i++) rows[i] = from + i;
      bound?.kernel.fill(rows, batch);
    },
  ]);
  const ratios = [keyed / plain, engine / plain] as const;
  line(method.id, million(plain), million(keyed), ratios[0].toFixed(2), million(engine), ratios[1].toFixed(2));
  return ratios;
}

const types: Readonly<Record<DrawnKind, ValueType>> = {
  text: { kind: "text" },
  number: { kind: "real", bits: 64 },
  bigint: { kind: "integer", bits: 64 },
  boolean: { kind: "boolean" },
  moment: { kind: "timestamp" },
};

line("method", "faker loop", "re-keyed", "ratio", "generator", "ratio");
const ratios = fakerMethods.filter(({ id }) => wanted?.has(id) ?? true).map(measure);
const least = (at: 0 | 1): string => Math.min(...ratios.map((pair) => pair[at])).toFixed(2);
line("the least", "", "", least(0), "", least(1));
if (kept < 0) console.log(kept);
