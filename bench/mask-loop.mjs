import { createHmac } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { finished } from "node:stream/promises";

// What a careful user without a tool writes: `node mask-loop.mjs IN.csv OUT.csv`, under any Node. Prints one JSON line.

const [, , input, output] = process.argv;
const key = new Uint8Array(32).fill(7);
const begin = performance.now();
const before = process.cpuUsage();
const firsts = Array.from({ length: 3000 }, (_, i) => `Given${i}`);
const lasts = Array.from({ length: 500 }, (_, i) => `Family${i}`);
const hmac = (text) => createHmac("sha256", key).update(text).digest();
const out = createWriteStream(output);
let rows = -1;
for await (const line of createInterface({ input: createReadStream(input) })) {
  if (rows++ < 0) {
    out.write(`${line}\n`);
    continue;
  }
  const [id, firstName, lastName, email, , age, salary, city] = line.split(",");
  const at = email.indexOf("@");
  const noise = hmac(`s${id}`).readUInt32BE(0) / 2 ** 32;
  const band = Math.floor(Number(age) / 10) * 10;
  const masked = [
    id,
    firsts[hmac(firstName).readUInt32BE(0) % firsts.length],
    lasts[hmac(lastName).readUInt32BE(0) % lasts.length],
    `u${hmac(email).toString("hex").slice(0, 20)}${email.slice(at)}`,
    "***REDACTED***",
    `${band}-${band + 9}`,
    Math.round(Number(salary) * (0.9 + 0.2 * noise)),
    city,
  ];
  if (!out.write(`${masked.join(",")}\n`)) await new Promise((resolve) => out.once("drain", resolve));
}
out.end();
await finished(out);
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  `${JSON.stringify({ rows, seconds: (performance.now() - begin) / 1000, cpu: (user + system) / 1e6 })}\n`,
);
