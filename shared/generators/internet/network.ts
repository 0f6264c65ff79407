import { z } from "zod";
import { newTextVector } from "../../vectors/new-vector.ts";
import { defineGenerator, type Domain } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { isNotation, takesText } from "../text/text-kernel.ts";
import { openSink, putText, textSink } from "../text/text-sink.ts";

const params = z.strictObject({
  version: parameter(z.enum(["4", "6"]).default("4"), { label: "Version", help: "IPv4 or IPv6.", control: "select" }),
  range: parameter(z.enum(["private", "documentation"]).default("private"), {
    label: "Range",
    help: "private: 10.0.0.0/8 or fd00::/16; documentation: networks that belong to nobody.",
    control: "select",
  }),
});
type Params = z.infer<typeof params>;

// RFC 5737: three networks of 256 addresses for documentation.
const documentation = [
  [192, 0, 2],
  [198, 51, 100],
  [203, 0, 113],
] as const;

/** Networks from /16 to /24 within 10/8: 2^0 + … of each; from /25 to /30 within those for documentation. */
const size = ({ version, range }: Params): number => {
  if (version === "6") return 2 ** 32;
  return range === "private" ? 2 ** 16 : 3 * (2 + 4 + 8 + 16 + 32 + 64);
};

function network({ version, range }: Params, index: number): string {
  if (version === "6") {
    const [high, low] = [Math.floor(index / 65_536), index % 65_536];
    const words = `${high.toString(16)}:${low.toString(16)}`;
    return range === "private" ? `fd00:${words}::/48` : `2001:db8:${words}::/64`;
  }
  if (range === "private") return `10.${index >> 8}.${index & 255}.0/24`;
  const [a, b, c] = documentation[index % 3] ?? documentation[0];
  let rest = Math.floor(index / 3);
  let length = 25;
  while (rest >= 2 ** (length - 24)) rest -= 2 ** (length++ - 24);
  return `${a}.${b}.${c}.${rest * 2 ** (32 - length)}/${length}`;
}

/** Networks in CIDR notation. */
export const ipNetwork = defineGenerator<Params>({
  id: "ip-network",
  version: 1,
  label: "IP network",
  help: "Networks in CIDR notation, such as 10.4.7.0/24; private ones or those for documentation.",
  category: "internet",
  keywords: ["cidr", "subnet", "ip", "inet", "range", "vpc", "firewall"],
  icon: "affiliate",
  params,
  shorthand: "version",
  accepts: (type) => isNotation(type, "ip-network") || isNotation(type, "ip-address") || takesText(type, 18),
  describe: (p) => `IPv${p.version}, ${p.range}`,
  capacity: size,
  problems: (p, { type }) =>
    p.version === "6" && type.kind === "text" && (type.maxLength ?? 43) < 24
      ? [
          {
            severity: "error",
            message: "An IPv6 network takes up to 24 characters, more than the column holds.",
            fix: { label: "Use IPv4", params: { version: "4" } },
          },
        ]
      : [],
  compile(p, context): Domain {
    const asked: Params =
      p.version === "6" && context.type.kind === "text" && !takesText(context.type, 24) ? { ...p, version: "4" } : p;
    const out = newTextVector(context.batchRows);
    const sink = textSink(out);
    return {
      out,
      size: size(asked),
      fillAt(indexes, count) {
        out.hasNulls = false;
        openSink(sink);
        for (let i = 0; i < count; i++) {
          putText(sink, network(asked, indexes[i] ?? 0));
          out.offsets[i + 1] = sink.at;
        }
      },
    };
  },
});
