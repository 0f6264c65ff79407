import type { EdgePack } from "./edge-pack.ts";
import { holdsText } from "./edge-pack.ts";
import { edgePackInfo } from "./pack-info.ts";

/** Where counters of 7 to 64 bits overflow, and where a double stops counting. */
const neighbours = [7, 8, 15, 16, 24, 31, 32, 53, 63].flatMap((bits) => {
  const power = 2n ** BigInt(bits);
  return [power - 1n, power, power + 1n, -power, -power - 1n].map(String);
});

/** Halves that round up, down, to even or wrongly in binary. */
const ties = [
  "0.5",
  "1.5",
  "2.5",
  "-0.5",
  "-1.5",
  "0.005",
  "1.005",
  "2.675",
  "0.125",
  "0.045",
  "10.075",
  "0.1",
  "0.3",
  "0.01",
  "99.995",
  "0.999",
  "999999.99",
];

const reals = [
  "0.30000000000000004",
  "1e+21",
  "1e-7",
  "9007199254740993",
  "0.1",
  "4.35",
  "1e+16",
  "1.0000000000000002",
];

const written = [
  "-0",
  "+1",
  "007",
  " 1 ",
  "1e5",
  "1E400",
  "0x1F",
  "0b101",
  "1_000",
  "1,234.56",
  "1.234,56",
  "1 234,56",
  "1'234.56",
  "NaN",
  "Infinity",
  "-Infinity",
  "1/0",
  "٣٤",
  "½",
  "9007199254740993",
  "99999999999999999999",
  ".5",
  "5.",
];

/** The neighbours of overflow, and rounding ties. */
export const numberTraps: EdgePack = {
  ...edgePackInfo.numbers,
  usual: (type) => type.kind === "integer" || type.kind === "decimal" || type.kind === "real",
  texts({ type }) {
    if (type.kind === "integer") return neighbours;
    if (type.kind === "decimal") return [...ties, ...neighbours];
    if (type.kind === "real") return [...reals, ...ties];
    return holdsText(type) ? written : [];
  },
};
