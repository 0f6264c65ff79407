import { describe, expect, it } from "vitest";
import { bandsMask } from "./bands.ts";
import { truncateCard } from "./card.ts";
import { dateShiftMask } from "./date-shift.ts";
import { emailMask } from "./email.ts";
import { formatPreservingMask } from "./format-preserving.ts";
import { freeTextMask } from "./free-text.ts";
import { hashMask } from "./hash.ts";
import { networkOf } from "./ip-prefix.ts";
import { luhnDigit, passesLuhn } from "./luhn.ts";
import { limitsMask } from "./limits.ts";
import { noiseMask } from "./noise.ts";
import { hidePart, partialMask } from "./partial.ts";
import { shortenPostcode } from "./postcode.ts";
import { masked } from "./test-bench.ts";
import { truncateDateMask } from "./truncate-date.ts";

describe("masks of text", () => {
  it("hide at least half of a value, and keep its separators", () => {
    const params = { first: 0, last: 4, with: "*", signs: true };
    expect(["1234 5678 9012", "1234", "12", "", "ab-cd"].map((text) => hidePart(text, params))).toEqual([
      "**** **** 9012",
      "**34",
      "*2",
      "",
      "**-cd",
    ]);
    expect(masked(partialMask, {}, [null, "secret"])).toEqual([null, "***ret"]);
  });

  it("show of a card what PCI DSS allows, and of anything else nothing", () => {
    const four = { show: "last-4", with: "*" } as const;
    const ten = { show: "first-6-last-4", with: "X" } as const;
    expect(truncateCard("4111 1111 1111 1111", four)).toBe("**** **** **** 1111");
    expect(truncateCard("4111111111111111", ten)).toBe("411111XXXXXX1111");
    expect(truncateCard("378282246310005", ten)).toBe("378282XXXXX0005");
    expect(truncateCard("30569309025904", ten)).toBe("XXXXXXXXXX5904");
    expect(truncateCard("12345", four)).toBe("*****");
    expect(truncateCard("n/a", four)).toBe("*/*");
  });

  it("make pseudonyms that only the key gives: HMAC-SHA-256 under the domain's key", () => {
    const [ada, none, again] = masked(hashMask, { digits: 32, prefix: "p" }, ["Ada", null, "Ada"]);
    expect(ada).toMatch(/^p[0-9a-f]{32}$/u);
    expect([none, again]).toEqual([null, ada]);
  });

  it("keep a mail domain, and take an address without case", () => {
    const [a, b, c] = masked(emailMask, {}, ["Ada@Shop.example", "ada@shop.example", "no address"]);
    expect(a).toMatch(/^u[0-9a-f]{20}@Shop[.]example$/u);
    expect(b?.split("@")[0]).toBe(a?.split("@")[0]);
    expect(c).toMatch(/^u[0-9a-f]{20}@example[.]com$/u);
  });

  it("keep a format, digit for digit and letter for letter, one to one", () => {
    const phones = Array.from({ length: 3000 }, (_, i) => `+46 70 ${String(1_000_000 + i)} AB`);
    const out = masked(formatPreservingMask, {}, phones);
    for (const text of out) expect(text).toMatch(/^\+\d\d \d\d \d{7} [A-Z]{2}$/u);
    expect(new Set(out).size).toBe(phones.length);
    expect(out.filter((text, i) => text === phones[i])).toEqual([]);
    expect(masked(formatPreservingMask, { "keep-last": 4 }, ["4111111111111111"])[0]).toMatch(/^\d{12}1111$/u);
  });

  it("give cards whose check digit is right", () => {
    expect(luhnDigit("411111111111111")).toBe("1");
    const out = masked(formatPreservingMask, { "keep-first": 6, luhn: true }, [
      "4111 1111 1111 1111",
      "378282246310005",
    ]);
    expect(out.map((text) => passesLuhn(text ?? ""))).toEqual([true, true]);
    expect(out[0]).toMatch(/^4111 11\d\d \d{4} \d{4}$/u);
  });

  it("stop at a value that is too short to be kept in its format, or hash it where that is asked", () => {
    expect(() => masked(formatPreservingMask, {}, ["070 12 34 567", "1234"], { start: 6 })).toThrow(
      /^people\.c has a value that is too short for format-preserving encryption, in row 8: (?!.*1234)/u,
    );
    expect(masked(formatPreservingMask, { small: "hash" }, ["1234"])[0]).toMatch(/^\d{4}$/u);
  });
});

describe("masks that generalise", () => {
  it("name a number's band, or give its first number", () => {
    expect(masked(bandsMask, {}, ["17", "18", "29", "59", "60", "104", "old"])).toEqual([
      "0-17",
      "18-29",
      "18-29",
      "45-59",
      "60+",
      "60+",
      "<0",
    ]);
    expect(masked(bandsMask, {}, [17, 44, 90], { type: { kind: "integer", bits: 32 } })).toEqual(["0", "30", "60"]);
  });

  it("keep of a date the year, and of the oldest no more than that they are old", () => {
    const date = { kind: "date" } as const;
    // 20,000 days: 2024-10-04.
    expect(masked(truncateDateMask, { oldest: 89 }, [19_000, -12_000, -40_000, null], { type: date })).toEqual([
      "2022-01-01",
      "1937-01-01",
      "1934-01-01",
      null,
    ]);
    expect(masked(truncateDateMask, { to: "quarter" }, [19_000], { type: date })).toEqual(["2022-01-01"]);
  });

  it("shorten post codes, and hide small areas whole", () => {
    const three = { keep: 3, hipaa: true };
    expect(["10027", "03601", "10027-1234", "SW1A 1AA", ""].map((code) => shortenPostcode(code, three))).toEqual([
      "10000",
      "00000",
      "10000-0000",
      "SW1X 0XX",
      "",
    ]);
  });

  it("keep the network of an address", () => {
    const bits = { v4: 24, v6: 48 };
    expect(
      ["192.0.2.77", "2001:db8:85a3:8d3:1319:8a2e:370:7348", "::ffff:192.0.2.1", "300.1.1.1", "none"].map((address) =>
        networkOf(address, bits),
      ),
    ).toEqual(["192.0.2.0", "2001:db8:85a3::", "::", "0.0.0.0", "0.0.0.0"]);
  });

  it("move what is beyond a limit to it", () => {
    const type = { kind: "decimal", precision: 8, scale: 2 } as const;
    expect(masked(limitsMask, { bottom: 1, top: 5.5 }, [0, 200, 900], { type })).toEqual(["1.00", "2.00", "5.50"]);
  });
});

describe("masks that move values", () => {
  const date = { kind: "date" } as const;
  it("move all dates of a person alike, by at most what was said and never by nothing", () => {
    const who = Array.from({ length: 400 }, (_, i) => `p${i % 100}`);
    const days = who.map((_, i) => 10_000 + i * 3);
    const out = masked(dateShiftMask, { by: "who", days: 30 }, days, { type: date, inputs: { who } });
    const moved = out.map((text, i) => Date.parse(`${text}Z`) / 86_400_000 - (days[i] ?? 0));
    expect(moved.every((shift) => shift !== 0 && Math.abs(shift) <= 30)).toBe(true);
    expect(moved.slice(100)).toEqual(moved.slice(0, 300));
    expect(new Set(moved).size).toBeGreaterThan(20);
  });

  it("keep the day of the week where that is asked", () => {
    const [text] = masked(dateShiftMask, { weeks: true }, [19_999], { type: date });
    expect(Math.abs(Date.parse(`${text}Z`) / 86_400_000 - 19_999) % 7).toBe(0);
  });

  it("put noise on numbers that stays within ten percent and leaves the mean", () => {
    const type = { kind: "decimal", precision: 12, scale: 2 } as const;
    const out = masked(
      noiseMask,
      {},
      Array.from({ length: 5000 }, () => 100_000),
      { type },
    ).map(Number);
    expect(out.every((value) => value >= 900 && value <= 1100)).toBe(true);
    expect(out.reduce((sum, value) => sum + value, 0) / out.length).toBeCloseTo(1000, -1);
  });

  it("put noise on numerics without a scale in as many decimals as the value had, and two at most", () => {
    const source = [1250, 19.95, 1234.5, 0.5, 7, 0.0000012];
    const out = masked(noiseMask, {}, source, { type: { kind: "decimal" } });
    const decimals = out.map(
      (text) => /[.](\d+)$/u.exec(Number(text).toFixed(10).replace(/0+$/u, ""))?.[1]?.length ?? 0,
    );
    expect(decimals.map((count, i) => count <= ([0, 2, 1, 3, 2, 9][i] ?? 0))).toEqual(source.map(() => true));
    expect(out.filter((text, i) => Number(text) === source[i])).toEqual([]);
  });
});

it("hides in a text what identifies a person, and leaves the rest", () => {
  const notes = [
    "Ada Lovelace (ada@calc.example, +44 20 7946 0018) paid with 4111 1111 1111 1111 on 2026-01-05.",
    "IBAN DE89 3704 0044 0532 0130 00, see https://example.com/x?id=1 from 192.0.2.7; order 1234.",
    "Lovelace's note: nothing else. 42 apples, 3.5 kg",
  ];
  const out = masked(freeTextMask, { names: "name" }, notes, { inputs: { name: notes.map(() => "Ada Lovelace") } });
  expect(out).toEqual([
    "[name] [name] ([e-mail], [phone]) paid with [card] on 2026-01-05.",
    "IBAN [IBAN], see [link] from [IP]; order 1234.",
    "[name] note: nothing else. 42 apples, 3.5 kg",
  ]);
});

it("a hash says how many digits a short column gets", () => {
  const params = hashMask.params.parse({});
  expect(hashMask.describe(params, { kind: "text", maxLength: 16 })).toBe("####… 16 digits");
  expect(hashMask.describe(params, { kind: "text" })).toBe("####… 32 digits");
});
