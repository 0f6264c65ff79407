import { expect, test } from "vitest";
import { wordsOf } from "../words.ts";
import { englishWords, withoutTypePrefix } from "./english-words.ts";

test.each([
  ["fecha_alta", "created date"],
  ["fechaAlta", "created date"],
  ["data_nascimento", "birth date"],
  ["date_de_creation", "creation date"],
  ["nombre_cliente", "customer name"],
  ["numero_cuenta", "account number"],
  ["valor_total", "total amount"],
  ["telefono1", "phone 1"],
  ["mitarbeiternummer", "employee number"],
  ["rechnungsdatum", "invoice date"],
  ["cust_nm", "customer name"],
  ["dt_cadastro", "created date"],
])("a name of another language, or in short, is read in English: %s", (name, english) => {
  expect(englishWords(wordsOf(name))).toBe(english);
});

test.each(["customer_name", "data", "total", "location", "message", "created_at", "position"])(
  "a name in English stays as it is: %s",
  (name) => {
    expect(englishWords(wordsOf(name))).toBeUndefined();
  },
);

test("a type of programs before a name is left out", () => {
  expect(withoutTypePrefix(wordsOf("strName"))).toBe("name");
  expect(withoutTypePrefix(wordsOf("bActive"))).toBe("active");
  expect(withoutTypePrefix(wordsOf("x1"))).toBeUndefined();
  expect(withoutTypePrefix(wordsOf("name"))).toBeUndefined();
});
