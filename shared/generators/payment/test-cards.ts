/** A card network, its share among cards, and the numbers that payment providers document for tests; no account is behind them. */
export interface CardNetwork {
  readonly name: string;
  readonly code: string;
  readonly weight: number;
  readonly cvcLength: 3 | 4;
  /** How the digits are grouped in print. */
  readonly groups: readonly number[];
  readonly numbers: readonly string[];
}

const fours = [4, 4, 4, 4];

// As documented for tests by Stripe, Adyen, Braintree and PayPal.
const cardNetworks: readonly CardNetwork[] = [
  {
    name: "Visa",
    code: "visa",
    weight: 52,
    cvcLength: 3,
    groups: fours,
    numbers: [
      "4242424242424242", "4111111111111111", "4012888888881881", "4000056655665556", "4005519200000004", "4009348888881881",
      "4012000033330026", "4012000077777777", "4217651111111119", "4500600000000061", "4000000760000002", "4000001240000000",
      "4000002760000016", "4000008260000000", "4000007520000008", "4000002500000003", "4000003800000008", "4000006160000005",
    ], // prettier-ignore
  },
  {
    name: "Mastercard",
    code: "mastercard",
    weight: 34,
    cvcLength: 3,
    groups: fours,
    numbers: [
      "5555555555554444", "2223003122003222", "5200828282828210", "5105105105105100", "5454545454545454", "2223000048400011",
      "5555341244441115", "5577000055770004", "5136333333333335", "5585558555855583", "2222400070000005", "2222410740360010",
    ], // prettier-ignore
  },
  {
    name: "American Express",
    code: "amex",
    weight: 8,
    cvcLength: 4,
    groups: [4, 6, 5],
    numbers: ["378282246310005", "371449635398431", "378734493671000", "370000000000002", "374251018720018"],
  },
  {
    name: "Discover",
    code: "discover",
    weight: 3,
    cvcLength: 3,
    groups: fours,
    numbers: ["6011111111111117", "6011000990139424", "6011981111111113"],
  },
  {
    name: "Diners Club",
    code: "diners",
    weight: 1,
    cvcLength: 3,
    groups: [4, 6, 4],
    numbers: ["30569309025904", "38520000023237", "36227206271667", "36006666333344"],
  },
  {
    name: "JCB",
    code: "jcb",
    weight: 2,
    cvcLength: 3,
    groups: fours,
    numbers: ["3566002020360505", "3530111333300000", "3566111111111113"],
  },
];

export interface TestCard {
  readonly network: CardNetwork;
  readonly number: string;
}

/** Every documented number with its network. */
export const testCards: readonly TestCard[] = cardNetworks.flatMap((network) =>
  network.numbers.map((number) => ({ network, number })),
);

/** The digits in groups, as on the card. */
export function grouped(digits: string, { groups }: CardNetwork, separator: string): string {
  let at = 0;
  return groups.map((length) => digits.slice(at, (at += length))).join(separator);
}

/** The digit that makes a number right by Luhn's formula (ISO/IEC 7812-1, annex B). */
export function checkDigit(digits: string): string {
  let sum = 0;
  for (let k = 0; k < digits.length; k++) {
    const value = Number(digits[digits.length - 1 - k]) * (k % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return String((10 - (sum % 10)) % 10);
}
