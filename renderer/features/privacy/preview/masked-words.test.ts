import { expect, test } from "vitest";
import type { MaskedColumnView, MaskedPage } from "../../../../shared/api/privacy-views.ts";
import { cellWords } from "./masked-words.ts";
import { peopleWords } from "./people-words.ts";

const email: MaskedColumnView = {
  name: "email",
  align: "start",
  label: "Hash pseudonym",
  options: "",
  icon: "hash",
  family: "mask",
  reason: "Hash pseudonym · domain project · key 1a2b",
  looksLike: "E-mail address",
  decision: "masked",
  masked: ["a", "b", "a"],
  left: [1],
};
const page = (columns: readonly MaskedColumnView[], same: MaskedPage["same"]): MaskedPage => ({
  revision: 1,
  table: "customers",
  rowCount: 10_421,
  start: 10_414,
  columns,
  same,
  elapsed: 1,
  maskedRows: 3,
});

test("rows of one person are told, and that their masks are alike only where they are", () => {
  expect(peopleWords(page([email], []))).toBeUndefined();
  expect(peopleWords(page([email], [[10_414, 10_416]]))).toBe(
    "Rows 10,415 and 10,417 are the same person, so they get the same mask in every table.",
  );
  expect(peopleWords(page([email], [[10_414, 10_415]]))).toBe(
    "Rows 10,415 and 10,416 are the same person, and not all of their masks are alike.",
  );
  expect(peopleWords(page([{ ...email, decision: "open" }], [[10_414, 10_416]]))).toBe(
    "Rows 10,415 and 10,417 are the same person.",
  );
});

test("a cell says its mask, what failed, or that a condition left it", () => {
  expect(cellWords(email, 0)).toBe(email.reason);
  expect(cellWords(email, 1)).toBe(`${email.reason}: as in the source, since the condition is false`);
  const failed = { ...email, error: { code: "export-blocked", message: "Too short.", hint: "Hash it." } };
  expect(cellWords(failed, 0)).toBe("Too short. Hash it.");
});

test("a missing key is spoken of as the window has it", () => {
  const error = {
    code: "secret-missing",
    message: "people.email is masked with a key, and there is none.",
    hint: "Set SEEDLOOM_KEY.",
  } as const;
  expect(cellWords({ ...email, error }, 0)).toBe(`${error.message} “Make or enter a key…” stands above the rows.`);
});
