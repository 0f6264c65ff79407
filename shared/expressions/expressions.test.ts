import { describe, expect, test } from "vitest";
import { functionHelp } from "./functions/index.ts";
import { referencesOf } from "./check-expression.ts";
import { completionsAt } from "./completions.ts";
import { orderScope, outcome } from "./test-scope.ts";

// The row of test-scope.ts: quantity 3, price 19.99, rate 0.5, note NULL, status "paid".

/** Each line is an expression, then what it gives. */
function lines(table: string): readonly (readonly [string, string])[] {
  return table
    .trim()
    .split("\n")
    .map((line) => line.split(/\s+=>\s+/))
    .map(([source = "", wanted = ""]) => [source.trim(), wanted.trim()] as const);
}

describe("numbers are exact", () => {
  test.each(
    lines(String.raw`
    0.1 + 0.2                        => decimal(1) 3
    price * quantity                 => decimal(2) 5997
    price * 1.25                     => decimal(4) 249875
    round(price * 1.25, 2)           => decimal(2) 2499
    round(2.5)                       => int 2
    round(3.5)                       => int 4
    round(-2.345, 2)                 => decimal(2) -234
    price / 3                        => decimal(8) 666333333
    7 / 2                            => int 3
    -7 / 2                           => int -3
    -7 % 3                           => int -1
    7.0 / 2                          => decimal(7) 35000000
    price + rate                     => double 20.49
    quantity * rate                  => double 1.5
    9007199254740991 + 1             => int 9007199254740992n
    9007199254740993 - 2             => int 9007199254740991
    3037000500 * 3037000500          => failed: a number is too large
    9223372036854775807 + 1          => failed: a number is too large
    quantity / (quantity - 3)        => failed: division by zero
    price % 0                        => failed: division by zero
    rate / 0.0                       => failed: division by zero
    floor(-2.1)                      => int -3
    ceil(price)                      => int 20
    trunc(-2.9)                      => int -2
    abs(-price)                      => decimal(2) 1999
    min(quantity, 2.5)               => decimal(1) 25
    max([4, 9, 2])                   => int 9
    clamp(price, 0, 10)              => decimal(2) 1000
    sum([0.1, 0.2])                  => decimal(1) 3
    int("42") + 1                    => int 43
    int("4x")                        => failed: “4x” is not a number
    decimal("12.345", 2)             => decimal(2) 1234
    double("1e3")                    => double 1000
    round(rate, 1)                   => decimal(1) 5
    sqrt(9)                          => double 3
    sqrt(-1)                         => failed: the result is not a number
    formatNumber(1234567.5, 2, ",")  => string "1,234,567.50"
    formatNumber(-1234, 0, " ")      => string "-1 234"
    formatNumber(price, 1, ".", ",") => string "20,0"
  `),
  )("%s", (source, wanted) => expect(outcome(source)).toBe(wanted));
});

describe("text", () => {
  test.each(
    lines(String.raw`
    upper(status) + "-" + id                => string "PAID-7"
    "total " + price                        => string "total 19.99"
    status.upper()                          => string "PAID"
    slug("Café, No. 5")                     => string "cafe-no-5"
    ascii(customer.first_name)              => string "Asa"
    initials("Ada King Lovelace")           => string "AKL"
    padStart(string(id), 5, "0")            => string "00007"
    padEnd("ab", 5, "xy")                   => string "abxyx"
    substring("abcdef", 1, 3)               => string "bc"
    "abcdef".substring(4)                   => string "ef"
    left("👍🏽ab", 2)                         => string "👍🏽"
    right("abc", 2)                         => string "bc"
    reverse("ab👍")                          => string "👍ba"
    size("a👍")                              => int 2
    "abc"[1]                                => string "b"
    "abc"[9]                                => string null
    split("a,b,c", ",")[1]                  => string "b"
    join(split("a b", " "), "-")            => string "a-b"
    replace("a-b-c", "-", "")               => string "abc"
    capitalize("åsa")                       => string "Åsa"
    contains(status, "ai")                  => bool true
    indexOf("👍b", "b")                      => int 1
    like("100% sure", "100\\%%")            => bool true
    like("abc", "a_")                       => bool false
    matches("A12", "^[A-Z]\\d+$")           => bool true
    repeat("ab", 3)                         => string "ababab"
    repeat("ab", 1000000000)                => failed: a text is too long
    padStart("a", 1000000000)               => failed: a text is too long
  `),
  )("%s", (source, wanted) => expect(outcome(source)).toBe(wanted));
});

describe("dates and times", () => {
  test.each(
    lines(String.raw`
    today                                        => date 20779
    placed_on + 30                               => date 20544
    today - placed_on                            => int 265
    daysBetween(placed_on, today)                => int 265
    year(placed_on) * 100 + month(placed_at)     => int 202603
    dayOfWeek(placed_on)                         => int 1
    hour(placed_at) * 60 + minute(placed_at)     => int 825
    placed_at + duration("1d 2h")                => timestamp 1772552707000
    placed_at - duration("90m") < placed_at      => bool true
    placed_on < placed_at                        => bool true
    addMonths(date("2026-01-31"), 1)             => date 20512
    addYears(date("2024-02-29"), 1)              => date 20147
    yearsBetween(date("2000-11-23"), today)      => int 25
    yearsBetween(date("2000-11-22"), today)      => int 26
    monthsBetween(today, date("2026-09-23"))     => int -1
    endOfMonth(date("2024-02-03"))               => date 19782
    formatDate(placed_at, "dd.MM.yy HH:mm:ss")   => string "02.03.26 13:45:07"
    formatDate(placed_on, "EEE d MMM 'at' yyyy") => string "Mon 2 Mar at 2026"
    string(opens)                                => string "09:00:00"
    timestamp("2026-03-02 13:45:07") == placed_at => bool true
    addDays(placed_on, 999999999999)             => failed: a date is out of range
    quarter(today)                               => int 4
  `),
  )("%s", (source, wanted) => expect(outcome(source)).toBe(wanted));
});

describe("NULL is as in SQL, and a value to == and !=", () => {
  test.each(
    lines(String.raw`
    note + "!"                        => string null
    size(note) > 3                    => bool null
    note == null                      => bool true
    note != "x"                       => bool true
    coalesce(note, status)            => string "paid"
    isNull(note) ? 1 : 2              => int 1
    size(note) > 3 ? "long" : "short" => string "short"
    true || size(note) > 3            => bool true
    size(note) > 3 && false           => bool false
    !(size(note) > 3)                 => bool null
    price / nullIf(quantity, 3)       => decimal(8) null
    paid ? null : 5                   => int null
    min(null, 4)                      => int 4
    null                              => null null
  `),
  )("%s", (source, wanted) => expect(outcome(source)).toBe(wanted));
});

describe("names", () => {
  test.each(
    lines(String.raw`
    customer_id.country                          => string "SE"
    customer.first_name                          => string "Åsa"
    customer_id.region_id.name                   => string "Skåne"
    column("Unit Price") * 2                     => decimal(2) 500
    constructor                                  => string "made"
    row                                          => int 17
    sum(order_items.line_total)                  => decimal(2) 5997
    sum(order_items.line_total * order_items.quantity) => decimal(2) 17991
    max(quantity > 2 ? [1, 2] : [3])             => int 2
    count(order_items)                           => int 2
    max(order_items.quantity) + 1                => int 10
    [1, 2, 3].map(x, x * quantity)               => list(int) [3, 6, 9]
    [1, 2, 3, 4].filter(x, x % 2 == 0)           => list(int) [2, 4]
    [1, 2].map(x, [10, 20].map(y, x * y))        => list(list(int)) [[10, 20], [20, 40]]
    ["a", "b"].map(x, x != "a", upper(x))        => list(string) ["B"]
    [1, 2].all(x, x > 0)                         => bool true
    [1, 2].exists_one(x, x > 1)                  => bool true
    status in ["new", "paid"]                    => bool true
    1.5 in [1, 2]                                => bool false
    cel.bind(x, quantity + 1, x * x)             => int 16
    pick("a", "b") in ["a", "b"]                 => bool true
    randomInt(1, 6) >= 1                         => bool true
  `),
  )("%s", (source, wanted) => expect(outcome(source)).toBe(wanted));

  test("an element of a loop hides a column of its name", () =>
    expect(outcome('["a"].map(status, status + "!")')).toBe('list(string) ["a!"]'));
});

describe("errors say what, where, and what was meant", () => {
  test.each(
    lines(String.raw`
    statsu                     => 0-6: orders has no column statsu. Did you mean status?
    price + customer.contry    => 17-23: customers has no column contry. Did you mean country?
    customer                   => 0-8: customer is a row of customers; name one of its columns, such as customer.id.
    status.length_of           => 0-6: status refers to no other table, so it has no length_of.
    lowr(status)               => 0-12: There is no function lowr. Did you mean lower?
    lower(quantity)            => 6-14: lower takes text here, and this is a whole number; string(…) makes text of it.
    lower()                    => 0-7: lower takes 1 value and has 0: lower(text).
    status * 2                 => 0-10: \`*\` has no meaning between text and a whole number.
    status == 1                => 10-11: What is compared are of one type: this is a whole number, and before it stands text.
    price > 1 ? "a" : 2        => 18-19: Both values of a condition are of one type: this is a whole number, and before it stands text.
    quantity && true           => 0-8: What stands before && is true or false, and this is a whole number.
    sum(order_items.quantity * quantity) => 27-35: Within this figure only columns of order_items can be named, with their table. Did you mean order_items.quantity?
    sum(order_items.line_total * order_items.qty) => 29-44: order_items has no column qty.
    sum(order_items.quantity * order_items.product.price) => 27-52: A figure over order_items takes its own columns, not those of its parents: copy product.price into a column of order_items (the rule Copy of a column), and name that.
    sum(order_items.product.price) => 4-29: A figure over order_items takes its own columns, not those of its parents: copy product.price into a column of order_items (the rule Copy of a column), and name that.
    sum(order_items.label + "x") => 4-27: The sum cannot be taken: this is text.
    sum(order_items.quantity * randomInt(1, 2)) => 4-42: What is by chance belongs to a column of the owned rows.
    sum(customers.id * 2)      => 4-13: customers does not refer to orders, so no rows of it are this row's own.
    sum(order_items.label)     => 16-21: The sum of label cannot be taken: it is text.
    sum(order_itms.quantity)   => 4-14: There is no table order_itms. Did you mean order_items?
    sum(customers.id)          => 4-13: customers does not refer to orders, so no rows of it are this row's own.
    sum(order_items.qty)       => 16-19: order_items has no column qty.
    round(price, quantity)     => 13-21: The places of round are written out, such as 2.
    now()                      => 0-5: There is no clock here, so that every run gives the same; today is the reference date.
    1 +                        => 3-3: Something is missing at the end.
    (1 + 2                     => 6-6: \`)\` is missing at the end.
    price = 3                  => 6-7: Two values are compared with ==.
    "abc                       => 0-4: The text that begins here is not closed.
    matches(status, "(")       => 16-19: the pattern cannot be read (missing closing ): \`(\`).
    {"a": 1}                   => 0-8: There are no maps here; write [a, b] for a list.
    date("2026-02-30")         => 5-17: “2026-02-30” is no date, such as 2026-11-22.
    __proto__                  => 0-9: \`__proto__\` is a word of the language; for a column write column("__proto__").
    status.constructor         => 0-6: status refers to no other table, so it has no constructor.
    toString                   => 0-8: orders has no column toString.
  `).map(([source, wanted]) => [source, wanted.replaceAll("\\`", "`")] as const),
  )("%s", (source, wanted) => expect(outcome(source)).toBe(wanted));
});

describe("bad input ends in a sentence", () => {
  test("a million brackets, signs or parts", () => {
    const many = 1_000_000;
    for (const source of [
      "(".repeat(many),
      "-".repeat(3000) + "1",
      "!".repeat(3999),
      "1" + "+1".repeat(1900),
      "[".repeat(3000),
    ])
      expect(outcome(source)).toMatch(/^\d+-\d+: |^int/);
  });

  test("loops that multiply, and texts that double, end at the cell's budget", () => {
    const hundred = `[${Array.from({ length: 100 }, (_, k) => k).join(",")}]`;
    const nested = `${hundred}.map(a, ${hundred}.map(b, ${hundred}.map(c, a * b * c)))`;
    expect(outcome(nested)).toMatch(/too many (?:steps|parts)/);
    const list = "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30]";
    expect(outcome(`${list}.map(a, ${list}.map(b, ${list}.map(c, a * b * c)))`)).toBe(
      "failed: the cell takes too many steps",
    );
    expect(outcome("[1].map(a, [1].map(b, [1].map(c, [1].map(d, d))))")).toContain("3 deep");
    const doubled = Array.from({ length: 30 }).reduce<string>(
      (inner, _, k) => `cel.bind(x${29 - k}, x${28 - k} + x${28 - k}, ${inner})`,
      "x29",
    );
    expect(outcome(`cel.bind(x-1, "ab", 1)`)).toContain("A name");
    expect(outcome(doubled.replaceAll("x-1", '"ab"'))).toMatch(/too long|too many parts/);
  });

  test("a pattern that would backtrack for ever is answered at once", () => {
    const text = "a".repeat(5000);
    expect(outcome(`matches(note, "^(a+)+$")`, { note: `${text}!` })).toBe("bool false");
    const long = { note: "a".repeat(90_000) };
    expect(outcome(`matches(note, "(x+x+)+y|(a|aa)+$")`, long)).toBe("failed: the cell takes too many steps");
    expect(outcome(`["a","b","c","d"].map(x, reverse(note) + x)`, { note: "a".repeat(99_000) })).toMatch(
      /^list|^failed/,
    );
  });
});

test("every function has help with an example", () => {
  for (const { name, help, signature, example } of functionHelp) {
    expect(help, name).toMatch(/^[A-Z].*\.$|S\.$/);
    expect(signature, name).toContain(name);
    expect(example, name).toContain(name);
  }
});

test("the examples that say what comes out are right", () => {
  const said = functionHelp.flatMap(({ example }) => {
    const [source = "", result] = example.split(" → ");
    return result === undefined ? [] : [[source, result] as const];
  });
  expect(said.length).toBeGreaterThan(40);
  const wrong = said.filter(([source, result]) => {
    const given = outcome(`string(${source})`).replace(/^string /, "");
    const listed = outcome(source).replace(/^list\(int\) /, "");
    return (
      ![result, JSON.stringify(result)].includes(given) && listed !== result && !outcome(source).endsWith(` ${result}`)
    );
  });
  expect(wrong).toEqual([]);
});

test("references are read off the text: columns, parents and figures, not elements of loops", () => {
  const found = referencesOf(
    '[1].map(x, x * price) + customer.country + column("Unit Price") + sum(order_items.line_total) + count(order_items)',
  );
  expect(found.paths).toEqual(["price", "customer.country", "Unit Price"]);
  expect(found.figures).toEqual([
    { figure: "sum", table: "order_items", column: "line_total" },
    { figure: "count", table: "order_items" },
  ]);
  expect(referencesOf("1 +").paths).toEqual([]);
});

describe("completion", () => {
  const labels = (before: string): readonly string[] => completionsAt(orderScope, before).map(({ label }) => label);

  test("lists columns, parents by their short name, figures, and functions with their help", () => {
    const all = completionsAt(orderScope, "");
    expect(all.map(({ label }) => label)).toEqual(
      expect.arrayContaining([
        "status",
        "customer.country",
        "sum(order_items.line_total)",
        "count(order_items)",
        "today",
        "padStart",
      ]),
    );
    expect(all.find(({ label }) => label === "Unit Price")?.apply).toBe('column("Unit Price")');
    expect(all.find(({ label }) => label === "price")?.detail).toBe("decimal(2)");
    expect(all.find(({ label }) => label === "padStart")).toMatchObject({
      apply: "padStart(",
      detail: "(text, width, fill?)",
    });
    expect(labels("")).not.toContain("customer_id.country");
  });

  test("follows a path, and knows the columns of owned rows", () => {
    expect(labels("customer.re")).toEqual(expect.arrayContaining(["customer.country", "customer.region_id."]));
    expect(labels("customer.region.")).toEqual(["customer.region.id", "customer.region.name"]);
    expect(labels("order_items.q")).toContain("order_items.quantity");
    expect(labels("nothing.")).toEqual([]);
  });

  test("what it puts in is understood", () => {
    for (const { apply, kind } of completionsAt(orderScope, "").filter((one) => one.kind !== "function"))
      expect(outcome(apply), `${kind} ${apply}`).not.toMatch(/^\d+-\d+:/);
  });
});
