import { z } from "zod";
import { addMonths, civilFromDays, dayMilliseconds, type CivilDate } from "../../base/calendar.ts";
import { permutation } from "../../random/permutation.ts";
import { childStream, wordAt } from "../../random/stream.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { newDateVector, newTimestampVector } from "../../vectors/new-vector.ts";
import { bundleField, bundlePart, bundleStream } from "../bundle.ts";
import { listedKernel, weightedDraw } from "../bundle-text.ts";
import { defineGenerator, type CompileContext, type Generator, type Kernel } from "../generator.ts";
import { scaledColumn } from "../numbers/scaled-column.ts";
import { parameter } from "../parameter.ts";
import { suffixCapacity } from "../text/row-suffix.ts";
import { takesText, textKernel, textLimit } from "../text/text-kernel.ts";
import { putDigits, putText } from "../text/text-sink.ts";
import { checkDigit, grouped, testCards, type TestCard } from "./test-cards.ts";

const cardFields = { card: bundleField("Card", "refund_card_number belongs to refund_card_expiry") };

const draw = weightedDraw(testCards.map(({ network }) => network.weight / network.numbers.length));

/** The cards of a table's rows: the network and number of each, and further random words of it. */
function cardsOf(context: CompileContext, named: string) {
  const stream = bundleStream(context, "card", named);
  const { k0, k1 } = stream;
  return {
    stream,
    cardOf: (row: number): number => draw(wordAt(k0, k1, row, 0)),
    word: (row: number, lane: number): number => wordAt(k0, k1, row, lane),
  };
}

interface CardText {
  readonly id: string;
  readonly version?: number;
  readonly label: string;
  readonly help: string;
  readonly keywords: readonly string[];
  readonly example: string;
  readonly least: number;
  readonly central?: boolean;
}

const texts = (p: CardText) => ({
  id: p.id,
  version: p.version ?? 1,
  label: p.label,
  help: p.help,
  example: p.example,
  category: "money" as const,
  keywords: ["card", "payment", "credit", "debit", ...p.keywords],
  icon: "credit-card",
  bundle: bundlePart("card", p.central),
  accepts: (type: ValueType) => takesText(type, p.least),
});

const numberParams = z.strictObject({
  style: parameter(z.enum(["digits", "groups"]).default("digits"), {
    label: "Written",
    help: "4242424242424242, or 4242 4242 4242 4242.",
    control: "select",
  }),
  ...cardFields,
});

/** As many numbers as eight free digits make behind the first digits of a documented one. */
const ranged = 100_000_000;

/** Numbers of cards: those that payment providers document for tests. */
const cardNumber = defineGenerator<z.infer<typeof numberParams>>({
  ...texts({
    id: "finance.creditCardNumber",
    version: 3,
    label: "Card number",
    help: "Numbers that payment providers document for tests; a unique column has others with the same first digits, and a right check digit.",
    keywords: ["visa", "mastercard", "pan", "number"],
    example: "4242424242424242",
    least: 16,
    central: true,
  }),
  params: numberParams,
  describe: (p) => `test numbers, in ${p.style}`,
  capacity: () => ranged,
  compile(p, context) {
    const cards = cardsOf(context, p.card);
    const separator = p.style === "groups" && textLimit(context.type) >= 19 ? " " : "";
    const shown = (number: string, { network }: TestCard): string =>
      separator === "" ? number : grouped(number, network, separator);
    if (!context.unique) {
      return listedKernel(
        testCards.map((card) => shown(card.number, card)),
        cards.cardOf,
        context,
      );
    }
    const order = permutation(childStream(cards.stream, "numbers"), ranged);
    return textKernel(
      context,
      (sink, row) => {
        const card = testCards[cards.cardOf(row)];
        if (!card) return;
        const free = String(order.at(row % ranged)).padStart(8, "0");
        const digits = (card.number.slice(0, card.number.length - 9) + free).slice(0, card.number.length - 1);
        putText(sink, shown(digits + checkDigit(digits), card));
      },
      { distinct: true },
    );
  },
});

const issuerParams = z.strictObject({
  style: parameter(z.enum(["name", "code"]).default("name"), {
    label: "Written",
    help: "American Express, or amex.",
    control: "select",
  }),
  ...cardFields,
});

const cardIssuer = defineGenerator<z.infer<typeof issuerParams>>({
  ...texts({
    id: "finance.creditCardIssuer",
    version: 3,
    label: "Card network",
    help: "Networks of cards, as the row's card number is of.",
    keywords: ["visa", "mastercard", "brand", "issuer", "scheme", "type"],
    example: "Visa",
    least: 4,
  }),
  params: issuerParams,
  describe: (p) => (p.style === "code" ? "visa, mastercard, amex" : "Visa, Mastercard, American Express"),
  capacity: (_p, type) => suffixCapacity(textLimit(type)),
  compile: (p, context) =>
    listedKernel(
      testCards.map(({ network }) => network[p.style]),
      cardsOf(context, p.card).cardOf,
      context,
    ),
});

const plainParams = z.strictObject(cardFields);
type Plain = z.infer<typeof plainParams>;

const cardCode = defineGenerator<Plain>({
  ...texts({
    id: "finance.creditCardCVV",
    version: 3,
    label: "Card security code",
    help: "Three digits, or four where the row's card is of American Express.",
    keywords: ["cvv", "cvc", "security", "code"],
    example: "123",
    least: 3,
  }),
  params: plainParams,
  describe: () => "three or four digits",
  capacity: (_p, type) => suffixCapacity(textLimit(type)),
  compile(p, context) {
    const cards = cardsOf(context, p.card);
    const most = textLimit(context.type);
    return textKernel(context, (sink, row) => {
      const width = Math.min(most, testCards[cards.cardOf(row)]?.network.cvcLength ?? 3);
      putDigits(sink, (cards.word(row, 1) >>> 0) % 10 ** width, width);
    });
  },
});

const maskedParams = z.strictObject({
  style: parameter(z.enum(["stars", "first six", "last four"]).default("stars"), {
    label: "Written",
    help: "**** **** **** 4242, 424242******4242, or 4242.",
    control: "select",
  }),
  ...cardFields,
});
type Masked = z.infer<typeof maskedParams>;

function masked({ number, network }: TestCard, style: Masked["style"]): string {
  const last = number.slice(-4);
  if (style === "last four") return last;
  const hidden = "*".repeat(number.length - 4);
  return style === "stars"
    ? grouped(hidden + last, network, " ")
    : number.slice(0, 6) + "*".repeat(number.length - 10) + last;
}

const cardMasked = defineGenerator<Masked>({
  ...texts({
    id: "card.masked",
    label: "Masked card number",
    help: "The row's card number with its middle hidden, or its last four digits.",
    keywords: ["masked", "last4", "last", "four", "truncated"],
    example: "**** **** **** 4242",
    least: 4,
  }),
  params: maskedParams,
  shorthand: "style",
  describe: (p) => p.style,
  capacity: (_p, type) => suffixCapacity(textLimit(type)),
  compile(p, context) {
    const limit = textLimit(context.type);
    const style = limit < 16 ? "last four" : limit < 19 ? (p.style === "stars" ? "first six" : p.style) : p.style;
    return listedKernel(
      testCards.map((card) => masked(card, style)),
      cardsOf(context, p.card).cardOf,
      context,
    );
  },
});

const expiryParams = z.strictObject({
  part: parameter(z.enum(["date", "month", "year"]).default("date"), {
    label: "Part",
    help: "The whole date, or its month or year as a number.",
    control: "select",
  }),
  style: parameter(z.enum(["MM/YY", "MM/YYYY", "YYYY-MM"]).default("MM/YY"), {
    label: "Written",
    help: "In a column of text.",
    control: "select",
  }),
  months: parameter(z.int().min(1).max(240).default(60), {
    label: "Within",
    unit: "months",
    help: "How long after the reference date at most.",
  }),
  ...cardFields,
});
type Expiry = z.infer<typeof expiryParams>;

/** When cards expire: the last day of a month after the reference date. */
const cardExpiry = defineGenerator<Expiry>({
  ...texts({
    id: "card.expiry",
    label: "Card expiry",
    help: "When the row's card expires: at the end of a month after the reference date.",
    keywords: ["expiry", "expires", "expiration", "valid", "until", "month", "year"],
    example: "09/28",
    least: 5,
  }),
  params: expiryParams,
  accepts: (type) =>
    takesText(type, 5) ||
    type.kind === "date" ||
    type.kind === "timestamp" ||
    (type.kind === "integer" && type.bits >= 16),
  describe: (p) => `${p.part === "date" ? p.style : p.part}, within ${p.months} months`,
  capacity: () => 1,
  compile(p, context) {
    const cards = cardsOf(context, p.card);
    /** The first day of the month after. */
    const endOf = (row: number): number => {
      const first = firstOfMonth(context.referenceDay);
      return addMonths(first, 2 + ((cards.word(row, 2) >>> 0) % p.months));
    };
    return expiryKernel(p, endOf, context);
  },
});

const firstOfMonth = (day: number): number => day - civilFromDays(day).day + 1;

function expiryKernel(p: Expiry, endOf: (row: number) => number, context: CompileContext): Kernel {
  const { type, batchRows } = context;
  const lastDay = (row: number): CivilDate => civilFromDays(endOf(row) - 1);
  if (type.kind === "integer") {
    const column = scaledColumn(type, 0, batchRows);
    return {
      out: column.out,
      fill(rows, count) {
        for (let i = 0; i < count; i++) {
          const date = lastDay(rows[i] ?? 0);
          column.scaled[i] = p.part === "month" ? date.month : date.year;
        }
        column.finish(count);
      },
    };
  }
  if (type.kind === "date" || type.kind === "timestamp") {
    const unit = type.kind === "date" ? 1 : dayMilliseconds;
    const out =
      type.kind === "date"
        ? newDateVector(batchRows)
        : newTimestampVector(batchRows, type.precision ? 3 : 0, type.zone ?? false);
    return {
      out,
      fill(rows, count) {
        out.hasNulls = false;
        for (let i = 0; i < count; i++) out.values[i] = (endOf(rows[i] ?? 0) - 1) * unit;
      },
    };
  }
  const style = textLimit(type) < 7 ? "MM/YY" : p.style;
  return textKernel(context, (sink, row) => {
    const { year, month } = lastDay(row);
    if (p.part === "month") putDigits(sink, month, 2);
    else if (p.part === "year") putDigits(sink, year);
    else if (style === "YYYY-MM") {
      putDigits(sink, year);
      putText(sink, "-");
      putDigits(sink, month, 2);
    } else {
      putDigits(sink, month, 2);
      putText(sink, "/");
      putDigits(sink, style === "MM/YY" ? year % 100 : year, 2);
    }
  });
}

/** A payment card; the columns of a row that share one fit each other. */
export const cardGenerators: readonly Generator[] = [cardNumber, cardIssuer, cardCode, cardMasked, cardExpiry];
