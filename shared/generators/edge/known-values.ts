import { holdsText, inType, type EdgePack } from "./edge-pack.ts";
import { edgePackInfo } from "./pack-info.ts";

/** Numbers that card networks and payment providers publish for tests: no account is behind them. */
const cardNumbers = [
  "4111111111111111",
  "4242424242424242",
  "4222222222222",
  "5555555555554444",
  "2223003122003222",
  "378282246310005",
  "371449635398431",
  "6011111111111117",
  "30569309025904",
  "3566002020360505",
  "3530111333300000",
  "6205500000000000004",
  "6759649826438453",
];

/** Documented test card numbers, and no others. */
export const testCards: EdgePack = {
  ...edgePackInfo.cards,
  usual: () => false,
  texts({ type }) {
    if (type.kind === "integer" || type.kind === "decimal") return cardNumbers;
    if (!holdsText(type) && type.kind !== "json") return [];
    const grouped = cardNumbers.slice(0, 2).flatMap((digits) => {
      const groups = digits.match(/\d{4}/g) ?? [];
      return [groups.join(" "), groups.join("-")];
    });
    return inType([...cardNumbers, ...grouped], type);
  },
};

const label63 = "d".repeat(63);

/** Domains end in example.com, .org or .net, or in .example, .test or .invalid (RFC 2606): nobody receives mail there. */
const addresses = [
  "a@b.example",
  "plus+tag@example.com",
  "first.last@example.org",
  "UPPER.Case@EXAMPLE.COM",
  "o'brien@example.com",
  "under_score@example.net",
  "-@example.com",
  "1234567890@example.com",
  "many.dots.in.the.name@sub.sub.sub.example.com",
  "dash-domain@some-host.example",
  '"quoted local"@example.com',
  '"very.(),:;<>[]\\".VERY.\\"very@\\\\ \\"very\\".unusual"@example.com',
  '" "@example.org',
  "!#$%&'*+-/=?^_`{|}~@example.org",
  "user%percent@example.com",
  "user@[192.0.2.1]",
  "user@[IPv6:2001:db8::1]",
  "user@xn--mnchen-3ya.example",
  "user@münchen.example",
  "用户@例子.example",
  "δοκιμή@παράδειγμα.example",
  "юзер@пример.test",
  `${"l".repeat(64)}@example.com`,
  // 254 characters, the longest address that SMTP carries (RFC 5321, section 4.5.3.1.3).
  `${"l".repeat(51)}@${label63}.${label63}.${label63}.example.com`,
];

/** Unusual e-mail addresses, all on reserved domains. */
export const emailTraps: EdgePack = {
  ...edgePackInfo.emails,
  usual: () => false,
  texts: ({ type }) => (holdsText(type) || type.kind === "json" ? inType(addresses, type) : []),
};
