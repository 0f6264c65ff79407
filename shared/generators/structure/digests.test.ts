import { compareSync } from "bcryptjs";
import * as fc from "fast-check";
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { bind, cellsOf, range } from "../test-bench.ts";
import { bcrypt } from "./bcrypt.ts";
import { md5, sha1, sha256 } from "./digests.ts";
import { hash } from "./hash.ts";

test.each([
  ["md5", md5],
  ["sha1", sha1],
  ["sha256", sha256],
] as const)("%s gives the digests that OpenSSL gives", (name, digest) => {
  const expected = (text: string): string => createHash(name).update(text, "utf8").digest("hex");
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000])
    expect(digest("ü".repeat(length))).toBe(expected("ü".repeat(length)));
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => digest(text) === expected(text)));
});

test("a hash of another column is that column's hash, in text and in bytes", () => {
  const inputs = { email: (row: number) => `user${row}@example.com` };
  const sums = range(5).map((row) =>
    createHash("sha256")
      .update(`salt${inputs.email(row)}`)
      .digest("hex"),
  );
  for (const type of [{ kind: "text" }, { kind: "bytes" }] as const) {
    const bound = bind(hash, { column: "email", salt: "salt" }, { type, locales: [], inputs });
    expect(cellsOf(bound, range(5))).toEqual(sums);
  }
});

test("every user signs in with the password, and a seed gives the same hashes", () => {
  const bench = { type: { kind: "text" }, locales: [] } as const;
  const cells = new Set(cellsOf(bind(bcrypt, { password: "pässword", cost: 4 }, bench), range(200)).map(String));
  expect(cells.size).toBe(4);
  for (const cell of cells) expect(compareSync("pässword", cell)).toBe(true);
  expect([...cells].some((cell) => compareSync("password", cell))).toBe(false);
  expect(new Set(cellsOf(bind(bcrypt, { password: "pässword", cost: 4 }, bench), range(200)))).toEqual(cells);
});
