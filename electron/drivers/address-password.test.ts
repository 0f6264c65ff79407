import { describe, expect, test } from "vitest";
import { isSeedloomError } from "../../shared/base/errors.ts";
import { hasPassword, withoutPassword } from "./address-password.ts";
import { expandAddress } from "./expand-address.ts";

test.each([
  ["postgresql://shop:geheim@db/shop", "postgresql://shop:${SEEDLOOM_PASSWORD}@db/shop"],
  ["mysql://shop:a@b:c@db:3306/shop?x=1", "mysql://shop:${SEEDLOOM_PASSWORD}@db:3306/shop?x=1"],
  ["postgresql://db/shop?user=u&password=geheim&a=1", "postgresql://db/shop?user=u&password=${SEEDLOOM_PASSWORD}&a=1"],
  ["postgresql://:geheim@db/shop", "postgresql://:${SEEDLOOM_PASSWORD}@db/shop"],
])("the password of %s is not kept", (address, kept) => {
  expect(hasPassword(address)).toBe(true);
  expect(withoutPassword(address)).toBe(kept);
  expect(hasPassword(kept)).toBe(false);
});

test.each([
  "postgresql://shop:${SHOP_PW}@db/shop",
  "postgresql://shop@db:5432/shop",
  "${DATABASE_URL}",
  "/data/a:b@c.sqlite",
  "postgresql://db/shop?password=${PW}",
])("%s holds no password", (address) => {
  expect(hasPassword(address)).toBe(false);
  expect(withoutPassword(address)).toBe(address);
});

describe("variables of the environment", () => {
  const environment = { PW: "a@b/c:d%", URL: "postgresql://u:p@h/d", EMPTY: "" };

  test.each([
    ["postgresql://u:${PW}@h/d", "postgresql://u:a%40b%2Fc%3Ad%25@h/d"],
    ["${URL}", "postgresql://u:p@h/d"],
    ["${URL}?sslmode=require", "postgresql://u:p@h/d?sslmode=require"],
    ["/data/${PW}.sqlite", "/data/${PW}.sqlite"],
  ])("%s becomes %s", (address, expanded) => {
    expect(expandAddress(address, environment)).toBe(expanded);
  });

  test.each(["postgresql://u:${NONE}@h/d", "postgresql://u:${EMPTY}@h/d"])(
    "%s says which one is missing",
    (address) => {
      try {
        expandAddress(address, environment);
      } catch (error) {
        if (!isSeedloomError(error)) throw error;
        expect(error.code).toBe("secret-missing");
        expect(error.message).toMatch(/^The variable (NONE|EMPTY), /);
        expect(`${error.message} ${error.hint}`).not.toMatch(/postgresql|u:/);
        return;
      }
      throw new Error("It was expanded.");
    },
  );
});
