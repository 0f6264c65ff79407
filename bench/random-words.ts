import { streamOf, wordAt } from "../shared/random/stream.ts";

// The engine's random words for a battery of tests, as raw 32-bit little-endian numbers on stdout:
//   npm exec -- node bench/random-words.ts rows    | dieharder -a -g 200     neighbouring rows of one column
//   npm exec -- node bench/random-words.ts columns | dieharder -a -g 200     neighbouring columns and rows, interleaved
// Runs until the reader closes the pipe.

const interleaved = process.argv[2] === "columns";
const names = interleaved ? ["a", "b", "c", "aa", "ab", "id", "id2", "name"] : ["amount"];
const streams = names.map((name) => streamOf(20261122, "orders", name));
const chunkRows = 65_536;
const words = new Int32Array(chunkRows * streams.length);
const bytes = new Uint8Array(words.buffer);

process.stdout.on("error", () => process.exit(0));
for (let start = 0; ; start += chunkRows) {
  let at = 0;
  for (let i = 0; i < chunkRows; i++) {
    for (const { k0, k1 } of streams) words[at++] = wordAt(k0, k1, start + i, 0);
  }
  if (!process.stdout.write(bytes.slice())) await new Promise((resume) => process.stdout.once("drain", resume));
}
