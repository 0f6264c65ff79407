import { expect, test } from "vitest";
import { laterDate } from "./life-cycle.ts";

test("what ends a row follows what began it, by names in any language", () => {
  expect(laterDate("expire_date", ["birth_date", "register_date", "expire_date"])).toMatchObject({
    base: "register_date",
    future: "allowed",
  });
  expect(laterDate("fechabaja", ["fechaalta", "fechabaja"])).toMatchObject({ base: "fechaalta" });
  expect(laterDate("DateProcessed", ["DateClaimed", "DateProcessed"])).toMatchObject({
    base: "DateClaimed",
    future: "empty",
  });
  expect(laterDate("last_update", ["input_date", "last_update"])).toMatchObject({
    base: "input_date",
    future: "never",
  });
});

test("of several beginnings the one of the same subject counts, else the nearest before it", () => {
  expect(laterDate("trial_ends_at", ["created_at", "trial_starts_at", "order_date", "trial_ends_at"])?.base).toBe(
    "trial_starts_at",
  );
  expect(laterDate("due_date", ["created_at", "loan_date", "due_date", "issued_at"])?.base).toBe("loan_date");
});

test("an arrival ends a way, and begins a stay", () => {
  expect(laterDate("arrival_date", ["shipment_date", "arrival_date"])?.base).toBe("shipment_date");
  expect(laterDate("actual_arrival_date", ["ship_date", "actual_arrival_date"])?.base).toBe("ship_date");
  expect(laterDate("estimated_delivery", ["shipment_date", "estimated_delivery"])?.base).toBe("shipment_date");
  expect(laterDate("arrival", ["arrival", "departure"])).toBeUndefined();
  expect(laterDate("departure", ["arrival", "departure"])?.base).toBe("arrival");
});

test("a date that neither ends nor changes anything follows none", () => {
  expect(laterDate("birth_date", ["created_at", "birth_date"])).toBeUndefined();
  expect(laterDate("expires_at", ["birth_date", "expires_at"])).toBeUndefined();
});
