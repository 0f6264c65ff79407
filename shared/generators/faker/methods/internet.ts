import type { Faker } from "@faker-js/faker";
import { flag, method, pick, whole, type FakerMethod } from "./faker-method.ts";

/** Domains that belong to nobody (RFC 2606): under .example, and below example.com, example.org and example.net. */
const suffixes = ["example", "example.com", "example.org", "example.net"] as const;

/** A domain name as faker makes it, on a reserved domain: no test ever calls somebody's server. */
export const domainName = (f: Faker): string => `${f.internet.domainWord()}.${f.helpers.arrayElement(suffixes)}`;

/** Methods about the web. */
export const internet: readonly FakerMethod[] = [
  method(
    "internet.url",
    "URL",
    "Web addresses on domains that are reserved for examples.",
    "internet",
    "link",
    "website homepage link address",
    (f, p) => `${p.protocol}://${domainName(f)}${p.appendSlash ? "/" : ""}`,
    {
      version: 2,
      least: 16,
      joiner: "/",
      params: {
        protocol: pick("Protocol", ["https", "http"], "What stands before ://."),
        appendSlash: flag("Slash at the end", false, "Addresses end in /."),
      },
    },
  ),
  method(
    "internet.domainName",
    "Domain",
    "Domain names that are reserved for examples.",
    "internet",
    "world-www",
    "host site",
    domainName,
    { version: 2, least: 12 },
  ),
  method(
    "internet.domainWord",
    "Domain word",
    "Domain names without what follows the dot.",
    "internet",
    "world-www",
    "host subdomain",
    (f) => f.internet.domainWord(),
  ),
  method(
    "internet.domainSuffix",
    "Top-level domain",
    "com, org and others.",
    "internet",
    "world-www",
    "tld suffix",
    (f) => f.internet.domainSuffix(),
  ),
  method(
    "internet.exampleEmail",
    "E-mail of anybody",
    "E-mail addresses at example.com, .org and .net, of nobody in the row.",
    "contact",
    "mail",
    "email address",
    (f) => f.internet.exampleEmail(),
    { least: 16 },
  ),
  method(
    "internet.userAgent",
    "User agent",
    "What browsers call themselves.",
    "internet",
    "browser",
    "browser client",
    (f) => f.internet.userAgent(),
  ),
  method(
    "internet.password",
    "Password",
    "Passwords in plain text.",
    "internet",
    "password",
    "secret login",
    (f, p) => f.internet.password(p),
    {
      single: true,
      least: 8,
      params: {
        length: whole("Length", 15, 4, 200),
        memorable: flag("Memorable", false, "Made of syllables that can be spoken."),
      },
    },
  ),
  method(
    "internet.emoji",
    "Emoji",
    "Emoji.",
    "internet",
    "mood-smile",
    "smiley reaction icon",
    (f, p) => f.internet.emoji(p.group === "any" ? {} : { types: [p.group] }),
    {
      params: {
        group: pick(
          "Group",
          ["any", "smiley", "body", "person", "nature", "food", "travel", "activity", "object", "symbol", "flag"],
          "What they show.",
        ),
      },
    },
  ),
  method("internet.httpMethod", "HTTP method", "GET, POST and others.", "internet", "api", "verb request", (f) =>
    f.internet.httpMethod(),
  ),
  method(
    "internet.httpStatusCode",
    "HTTP status code",
    "Status codes of answers, such as 200 and 404.",
    "internet",
    "api",
    "response number error",
    (f, p) => f.internet.httpStatusCode(p.group === "any" ? {} : { types: [p.group] }),
    {
      kind: "number",
      params: {
        group: pick(
          "Group",
          ["any", "informational", "success", "redirection", "clientError", "serverError"],
          "Which hundred.",
        ),
      },
    },
  ),
  method("internet.protocol", "Protocol", "http and https.", "internet", "api", "scheme", (f) => f.internet.protocol()),
  method("internet.port", "Port", "Numbers of ports.", "internet", "plug", "tcp udp number", (f) => f.internet.port(), {
    kind: "number",
  }),
  method("internet.jwtAlgorithm", "JWT algorithm", "HS256 and others.", "internet", "key", "token signature", (f) =>
    f.internet.jwtAlgorithm(),
  ),
  method(
    "internet.jwt",
    "JWT",
    "Tokens in the form of JSON Web Tokens; their signatures are not valid.",
    "internet",
    "key",
    "token bearer json web",
    (f, _p, now) => f.internet.jwt({ refDate: now }),
    { single: true, dated: true, least: 200 },
  ),
];
