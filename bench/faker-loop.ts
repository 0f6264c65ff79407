import { faker } from "@faker-js/faker/locale/en";
import type { WorkloadId } from "./workloads.ts";

// What a user would write without Seedloom: the yardstick. Not an opponent made of straw: no seed, only the English locale, a stream.

function* users(rows: number): Generator<string> {
  yield "id,uuid,first_name,last_name,email,phone,city,created_at\n";
  for (let i = 1; i <= rows; i++) {
    const firstName = faker.person.firstName();
    const lastName = faker.person.lastName();
    yield `${i},${faker.string.uuid()},${firstName},${lastName},${faker.internet.email({ firstName, lastName })},${faker.phone.number()},${faker.location.city()},${faker.date.past({ years: 2 }).toISOString()}\n`;
  }
}

const currencies = [
  { weight: 55, value: "USD" },
  { weight: 25, value: "EUR" },
  { weight: 10, value: "GBP" },
  { weight: 6, value: "JPY" },
  { weight: 4, value: "CHF" },
];
const states = [
  { weight: 85, value: "settled" },
  { weight: 8, value: "pending" },
  { weight: 5, value: "declined" },
  { weight: 2, value: "reversed" },
];

function* transactions(rows: number): Generator<string> {
  yield "id,account_id,amount,currency,country,status,merchant,ts\n";
  for (let i = 1; i <= rows; i++) {
    const u = faker.number.float() || 1e-12;
    const normal = Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * faker.number.float());
    const amount = Math.exp(3.5 + 1.1 * normal).toFixed(2);
    const name = faker.company.name();
    const merchant = name.includes(",") ? `"${name}"` : name;
    yield `${i},${faker.number.int({ min: 1, max: 1_000_000 })},${amount},${faker.helpers.weightedArrayElement(currencies)},${faker.location.countryCode()},${faker.helpers.weightedArrayElement(states)},${merchant},${faker.date.past({ years: 1 }).toISOString()}\n`;
  }
}

/** The lines of a workload's CSV, made row by row. */
export const fakerRows = (id: WorkloadId, rows: number): Generator<string> =>
  id === "U" ? users(rows) : transactions(rows);
