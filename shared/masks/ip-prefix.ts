import { z } from "zod";
import { parameter } from "../generators/parameter.ts";
import { defineMask } from "./mask.ts";
import { promises } from "./promises.ts";
import { takesText, textMask } from "./text-mask.ts";

const params = z.strictObject({
  v4: parameter(z.int().min(0).max(24).default(24), { label: "IPv4 network", unit: "bits" }),
  v6: parameter(z.int().min(0).max(64).default(48), { label: "IPv6 network", unit: "bits" }),
});
type Params = z.infer<typeof params>;

/** The network of an address: its first bits, the rest zero. A text that is no address becomes 0.0.0.0. */
export function networkOf(text: string, { v4, v6 }: Params): string {
  const four = /^(\d{1,3})[.](\d{1,3})[.](\d{1,3})[.](\d{1,3})(\/\d+)?$/u.exec(text.trim());
  if (four) {
    const bytes = four.slice(1, 5).map(Number);
    if (bytes.some((byte) => byte > 255)) return "0.0.0.0";
    return keepBits(bytes, v4, 8).join(".");
  }
  const groups = groupsOf(text.trim().split(/[/%]/u)[0] ?? "");
  return groups === undefined ? "0.0.0.0" : compressed(keepBits(groups, v6, 16));
}

/** Addresses by their network. */
export const ipPrefixMask = defineMask<Params>({
  id: "ip-prefix",
  version: 1,
  label: "IP network",
  help: "Keeps the network of an IP address, and zeros for the machine in it.",
  keywords: ["ip", "address", "subnet", "generalise", "truncate"],
  icon: "network-off",
  params,
  shorthand: "v4",
  accepts: (type) => takesText(type, 15) || (type.kind === "notation" && type.notation === "ip-address"),
  describe: (p) => `/${p.v4}, /${p.v6}`,
  promises: () => promises({ generalises: true, keepsEquality: true, keepsFormat: true }),
  keyed: () => false,
  compile: (p, context) => textMask(context, (text) => networkOf(text, p)),
});

/** The first `bits` of numbers of `width` bits each. */
const keepBits = (numbers: readonly number[], bits: number, width: number): readonly number[] =>
  numbers.map((number, i) => {
    const kept = Math.max(0, Math.min(width, bits - i * width));
    const unit = 2 ** (width - kept);
    return Math.floor(number / unit) * unit;
  });

/** The eight groups of an IPv6 address (RFC 4291, section 2.2), an IPv4 tail included; undefined for another text. */
function groupsOf(text: string): readonly number[] | undefined {
  const tail = /^(.*:)(\d+)[.](\d+)[.](\d+)[.](\d+)$/u.exec(text);
  const plain = tail
    ? `${tail[1] ?? ""}${(Number(tail[2]) * 256 + Number(tail[3])).toString(16)}:${(Number(tail[4]) * 256 + Number(tail[5])).toString(16)}`
    : text;
  const halves = plain.split("::");
  if (halves.length > 2 || !/^[0-9a-f:]*$/iu.test(plain) || !plain.includes(":")) return undefined;
  const [head = [], end = []] = halves.map((half) =>
    half === "" ? [] : half.split(":").map((g) => Number.parseInt(g, 16)),
  );
  const missing = 8 - head.length - end.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  return [...head, ...Array.from({ length: Math.max(0, missing) }, () => 0), ...end];
}

/** An IPv6 address in its short form: the zeros at its end left out, which is all that a network has. */
function compressed(groups: readonly number[]): string {
  const last = groups.findLastIndex((group) => group !== 0);
  const shown = groups.slice(0, last + 1).map((group) => group.toString(16));
  return last === 7 ? shown.join(":") : `${shown.join(":")}::`;
}
