import { createHash, createHmac } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestBytes, hmacSha256, sha256 } from "./hmac.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
// Around the lengths where one more block begins: 55/56 and 64 bytes of a message, 64/65 of a key.
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc
    .constantFrom(0, 1, 3, 4, 54, 55, 56, 57, 63, 64, 65, 118, 119, 120, 128)
    .chain((length) => fc.uint8Array({ minLength: length, maxLength: length })),
);

describe("the keyed hash", () => {
  it("is HMAC-SHA-256, whatever the key's and the message's length", () => {
    fc.assert(
      fc.property(bytes, fc.array(bytes, { maxLength: 4 }), (key, messages) => {
        const hmac = hmacSha256(key);
        for (const message of messages) {
          hmac.of(message, 0, message.length);
          expect(hex(digestBytes(hmac.digest))).toBe(createHmac("sha256", key).update(message).digest("hex"));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("takes a message from the middle of other bytes", () => {
    const hmac = hmacSha256(new Uint8Array([1, 2, 3]));
    const text = Buffer.from("xxada@example.comyy");
    hmac.of(text, 2, text.length - 2);
    expect(hex(digestBytes(hmac.digest))).toBe(
      createHmac("sha256", Buffer.from([1, 2, 3]))
        .update("ada@example.com")
        .digest("hex"),
    );
  });

  it("is SHA-256 without a key", () => {
    fc.assert(
      fc.property(bytes, (message) => {
        expect(hex(sha256(message))).toBe(createHash("sha256").update(message).digest("hex"));
      }),
      { numRuns: 300 },
    );
  });
});
