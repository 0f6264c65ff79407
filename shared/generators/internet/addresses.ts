import { z } from "zod";
import { newTextVector } from "../../vectors/new-vector.ts";
import { defineGenerator, type CompileContext, type Domain } from "../generator.ts";
import { largestDomain } from "../numbers/scaled-column.ts";
import { parameter } from "../parameter.ts";
import { isNotation, takesText } from "../text/text-kernel.ts";
import { openSink, putByte, putDigits, putRadix, putText, textSink, type TextSink } from "../text/text-sink.ts";

/** A domain of texts written from their numbers. */
function numbered(size: number, write: (sink: TextSink, number: number) => void, context: CompileContext): Domain {
  const out = newTextVector(context.batchRows);
  const sink = textSink(out);
  return {
    out,
    size,
    fillAt(indexes, count) {
      out.hasNulls = false;
      openSink(sink);
      for (let i = 0; i < count; i++) {
        write(sink, indexes[i] ?? 0);
        out.offsets[i + 1] = sink.at;
      }
    },
  };
}

const ipParams = z.strictObject({
  version: parameter(z.enum(["4", "6"]).default("4"), { label: "Version", help: "IPv4 or IPv6.", control: "select" }),
  range: parameter(z.enum(["private", "documentation", "any"]).default("private"), {
    label: "Range",
    help: "private: 10.0.0.0/8 or fd00::/16; documentation: addresses that belong to nobody; any: all but special ones.",
    control: "select",
  }),
});
type IpParams = z.infer<typeof ipParams>;

// RFC 5737: three networks for documentation.
const documentationNets = ["192.0.2.", "198.51.100.", "203.0.113."];

function ipSize(p: IpParams): number {
  if (p.version === "6") return largestDomain;
  return { private: 2 ** 24 - 2, documentation: 3 * 254, any: 222 * 2 ** 24 - 2 ** 24 }[p.range];
}

function putV4(sink: TextSink, number: number): void {
  putDigits(sink, Math.floor(number / 2 ** 24));
  putByte(sink, 46);
  putDigits(sink, (number >>> 16) & 255);
  putByte(sink, 46);
  putDigits(sink, (number >>> 8) & 255);
  putByte(sink, 46);
  putDigits(sink, number & 255);
}

function putAddress(sink: TextSink, p: IpParams, number: number): void {
  if (p.version === "6") {
    // RFC 3849 for documentation, RFC 4193 for private ones, 2000::/3 otherwise; 52 bits in four groups at the end.
    putText(sink, { private: "fd00::", documentation: "2001:db8::", any: "2a00:1450::" }[p.range]);
    for (let group = 3; group >= 0; group--) {
      putRadix(sink, Math.floor(number / 65_536 ** group) % 65_536, 16, 4);
      if (group > 0) putByte(sink, 58);
    }
  } else if (p.range === "documentation") {
    putText(sink, documentationNets[Math.floor(number / 254)] ?? "192.0.2.");
    putDigits(sink, 1 + (number % 254));
  } else if (p.range === "private") {
    putV4(sink, 10 * 2 ** 24 + 1 + number);
  } else {
    // 1.0.0.0 to 223.255.255.255 without the loopback network 127.
    const address = number + 2 ** 24;
    putV4(sink, address >= 127 * 2 ** 24 ? address + 2 ** 24 : address);
  }
}

/** Internet addresses. */
export const ipAddress = defineGenerator<IpParams>({
  id: "ip-address",
  version: 1,
  label: "IP address",
  help: "Internet addresses, version 4 or 6.",
  category: "internet",
  keywords: ["ip", "ipv4", "ipv6", "host", "network", "inet", "client", "server"],
  icon: "network",
  params: ipParams,
  shorthand: "version",
  accepts: (type) => takesText(type, 15) || isNotation(type, "ip-address"),
  describe: (p) => `IPv${p.version}, ${p.range}`,
  capacity: (p) => ipSize(p),
  problems: (p, { type }) =>
    p.version === "6" && type.kind === "text" && (type.maxLength ?? 39) < 30
      ? [{ severity: "error", message: "An IPv6 address takes up to 30 characters, more than the column holds." }]
      : [],
  compile(p, context) {
    const asked: IpParams =
      p.version === "6" && !takesText(context.type, 30) && context.type.kind !== "notation"
        ? { ...p, version: "4" }
        : p;
    return numbered(ipSize(asked), (sink, number) => putAddress(sink, asked, number), context);
  },
});

const macParams = z.strictObject({
  separator: parameter(z.enum([":", "-", ""]).default(":"), {
    label: "Separator",
    help: "Between the bytes.",
    control: "select",
  }),
});
type MacParams = z.infer<typeof macParams>;

/** Hardware addresses; locally administered, so that they belong to no maker. */
export const macAddress = defineGenerator<MacParams>({
  id: "mac-address",
  version: 1,
  label: "MAC address",
  help: "Hardware addresses of network cards, locally administered, so that they belong to no maker.",
  category: "internet",
  keywords: ["mac", "hardware", "ethernet", "device", "network"],
  icon: "router",
  params: macParams,
  shorthand: "separator",
  accepts: (type) => takesText(type, 17) || isNotation(type, "mac-address"),
  describe: (p) => `xx${p.separator}xx${p.separator}…`,
  capacity: () => 2 ** 46,
  compile: (p, context) =>
    numbered(
      2 ** 46,
      (sink, number) => {
        for (let k = 0; k < 6; k++) {
          const byte = Math.floor(number / 256 ** (5 - k)) % 256;
          if (k > 0 && p.separator !== "") putByte(sink, p.separator.charCodeAt(0));
          // IEEE 802: bit 1 of the first byte says local, bit 0 group.
          putRadix(sink, k === 0 ? ((byte << 2) | 2) & 255 : byte, 16, 2);
        }
      },
      context,
    ),
});
