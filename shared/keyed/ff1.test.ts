import { FF1 } from "@noble/ciphers/ff1.js";
import * as fc from "fast-check";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ff1 } from "./ff1.ts";

const samples = new URL("../../../shared/data/anchors/ff1_nist_samples.json", import.meta.url);
interface Sample {
  readonly key: string;
  readonly radix: number;
  readonly tweak: string;
  readonly pt: string;
  readonly ct: string;
}

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, "hex"));
const digits = (text: string): number[] => [...text].map((digit) => Number.parseInt(digit, 36));
const text = (numbers: readonly number[]): string => numbers.map((digit) => digit.toString(36)).join("");

describe("format-preserving encryption", () => {
  it.skipIf(!existsSync(samples))("gives NIST's nine samples, both ways (needs ../shared)", () => {
    const all: readonly Sample[] = JSON.parse(readFileSync(samples, "utf8"));
    expect(all).toHaveLength(9);
    for (const { key, radix, tweak, pt, ct } of all) {
      const cipher = ff1(radix, bytes(key), bytes(tweak));
      expect(text(cipher.encrypt(digits(pt)))).toBe(ct);
      expect(text(cipher.decrypt(digits(ct)))).toBe(pt);
    }
  });

  it("gives the long sample, whose halves need more than one block", () => {
    const cipher = ff1(10, bytes("2B7E151628AED2A6ABF7158809CF4F3C"));
    const long = "0123456789".repeat(6);
    const masked = "845795790607044343519325592150236625695334728536538299011761";
    expect(text(cipher.encrypt(digits(long)))).toBe(masked);
    expect(text(cipher.decrypt(digits(masked)))).toBe(long);
  });

  it("agrees with the library for every radix, length, key and tweak, and comes back", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 65_535 }),
        fc.constantFrom(16, 24, 32).chain((length) => fc.uint8Array({ minLength: length, maxLength: length })),
        fc.uint8Array({ maxLength: 40 }),
        fc.array(fc.nat(), { minLength: 20, maxLength: 40 }),
        fc.nat({ max: 20 }),
        (radix, key, tweak, numbers, less) => {
          const shortest = Math.max(2, Math.ceil(Math.log(1e6) / Math.log(radix) + 1e-6));
          const input = numbers.slice(0, Math.max(shortest, numbers.length - less)).map((n) => n % radix);
          const cipher = ff1(radix, key, tweak);
          const masked = cipher.encrypt(input);
          expect(masked).toEqual(FF1(radix, key, tweak).encrypt(input));
          expect(cipher.decrypt(masked)).toEqual(input);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("refuses a domain that could be listed", () => {
    const cipher = ff1(10, new Uint8Array(16));
    expect(() => cipher.encrypt([1, 2, 3, 4])).toThrow(/too few/u);
    expect(() => cipher.encrypt([1, 2, 3, 4, 5])).toThrow(/1,000,000/u);
    expect(cipher.encrypt([1, 2, 3, 4, 5, 6])).toHaveLength(6);
  });
});
