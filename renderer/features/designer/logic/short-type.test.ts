import { expect, it } from "vitest";
import { shortType } from "./short-type.ts";

it.each([
  ["character varying(45)", "varchar(45)"],
  ["character varying(45)[]", "varchar(45)[]"],
  ["character(3)", "char(3)"],
  ["timestamp with time zone", "timestamptz"],
  ["timestamp(3) without time zone", "timestamp(3)"],
  ["time with time zone", "timetz"],
  ["NVARCHAR(160)", "NVARCHAR(160)"],
  ["characteristic", "characteristic"],
  ["int(10) unsigned", "int(10) unsigned"],
])("%s is shown as %s", (type, shown) => {
  expect(shortType(type)).toBe(shown);
});
