import { choice, idea, type NamePattern } from "./name-pattern.ts";

/** Looks like a hash; as long as the column takes. */
const hash = (length: number) => ({ generator: "token", params: { length } });

/** A column that names its algorithm. */
const digested = (name: string, algorithm: string, longest: number): NamePattern => ({
  name: new RegExp(`\\b${name}(?: ?(?:hash|sum|digest|checksum))?$`),
  types: ["text"],
  ideas: [{ generator: "hash", params: { algorithm }, longest }],
});

export const webPatterns: readonly NamePattern[] = [
  {
    name: /\b(?:user ?name|login(?: ?name)?|user ?login|login ?id|nick ?name|nick|handle|screen ?name|skype|twitter|instagram|linked ?in|telegram|facebook|snapchat|youtube|discord|whats ?app ?id|mastodon|git ?hub|signal|icq|jabber|alias|aka|benutzername|usuario|anvandarnamn|(?<!bank |gl |ledger |cash )account ?name)$/,
    types: ["text"],
    ideas: [idea("internet.username", 14), { generator: "template", params: { text: "user{{seq}}" }, longest: 10 }],
  },
  {
    name: /^(?:user|login)$/,
    types: ["text"],
    ideas: [idea("internet.username", 14), { generator: "template", params: { text: "user{{seq}}" }, longest: 10 }],
    vague: true,
  },
  {
    name: /\b(?:password|passwd|pass|pass ?crypt|pass ?phrase|pwd|passwort|contrasena|mot de passe)$/,
    types: ["text"],
    ideas: [hash(60), idea("internet.password", 15)],
    nulls: 0,
  },
  digested("md ?5", "md5", 32),
  digested("sha ?1", "sha-1", 40),
  digested("sha ?256", "sha-256", 64),
  {
    name: /\bcrc(?: ?32)?$/,
    types: ["text"],
    ideas: [{ generator: "pattern", params: { pattern: "[0-9a-f]{8}" }, longest: 8 }],
  },
  {
    name: /\b(?:(?:password|pass|pwd) ?(?:hash|hashed|digest|crypt(?:ed)?|encrypted|enc)|(?:hashed|encrypted|crypted) ?(?:password|pass|pwd)|hash|checksum|digest|sha ?\d*|md ?5)$/,
    types: ["text"],
    ideas: [hash(64)],
  },
  { name: /\b(?:salt|password salt)$/, types: ["text"], ideas: [hash(32)] },
  {
    // Hashes and salts are all of one length: that of SHA-256.
    name: /\b(?:hash|digest|checksum|salt|password|thumbprint|finger ?print|hmac|sha ?\d*)$/,
    types: ["bytes"],
    ideas: [{ generator: "bytes", params: { min: 32, max: 32 }, longest: 32 }],
  },
  {
    name: /\b(?:token|api ?key|access ?key|secret(?: ?key)?|auth ?key|session ?(?:id|key)|refresh token|nonce)$/,
    types: ["text"],
    ideas: [{ generator: "token", params: { length: 32, alphabet: "base36" } }],
  },
  {
    name: /\b(?:avatar|image|photo|picture|thumbnail|logo|icon|img|scan)(?: ?(?:url|link|uri|src|path|location|file))?$|\bphoto path$/,
    types: ["text"],
    ideas: [idea("image.url", 48), idea("internet.url", 40), idea("system.filePath", 40)],
    nulls: 0.2,
  },
  {
    name: /\b(?:url|uri|link|blog|feed|permalink ?url|web ?site|home ?page|web ?page|web|href|website url|webseite|sitio web|site ?url)$/,
    types: ["text"],
    ideas: [idea("internet.url", 40), idea("internet.domainName", 24)],
    nulls: 0.2,
  },
  {
    name: /\b(?:domain(?: ?name)?|host ?name|host|proxy hostname|server(?: ?name)?|fqdn)$/,
    types: ["text"],
    ideas: [idea("internet.domainName", 24)],
    nulls: 0.1,
  },
  {
    name: /\b(?:ip|ip ?(?:address|addr|v ?4|from|to|range)|ipv ?4(?: address)?|remote ?(?:addr|ip|host|address)|client ?ip|last ?ip|source ?ip)$/,
    types: ["text"],
    ideas: [idea("ip-address", 15)],
    nulls: 0.1,
  },
  {
    name: /\bipv ?6(?: address)?$/,
    types: ["text"],
    ideas: [{ generator: "ip-address", params: { version: "6" }, longest: 39 }],
  },
  { name: /\b(?:mac ?(?:address|addr)?)$/, types: ["text"], ideas: [idea("mac-address", 17)] },
  {
    name: /^agent$/,
    beside: /\bip(?: ?(?:address|addr))?$/,
    types: ["text"],
    ideas: [idea("internet.userAgent", 120)],
  },
  {
    name: /\b(?:user ?agent|browser|ua)$/,
    types: ["text"],
    ideas: [idea("internet.userAgent", 120), choice({ Chrome: 6, Safari: 2, Firefox: 1, Edge: 1 })],
  },
  {
    name: /\bport$/,
    types: ["whole"],
    ideas: [{ generator: "integer", params: { min: 1024, max: 65_535 } }],
    nulls: 0.3,
  },
  { name: /\bprotocol$/, types: ["text"], ideas: [choice({ https: 6, ssh: 2, ftp: 1 })] },
  {
    name: /\b(?:http )?method$/,
    subject: /\b(?:http|request|log|access)$/,
    types: ["text"],
    ideas: [idea("internet.httpMethod", 7), choice({ GET: 7, POST: 2, PUT: 1 })],
  },
  {
    name: /\b(?:http ?status|status ?code|response ?code)(?: code)?$/,
    types: ["whole"],
    ideas: [
      {
        generator: "weighted-choice",
        params: { values: [200, 201, 301, 404, 500].map((value, k) => ({ value, weight: [80, 6, 5, 7, 2][k] })) },
      },
    ],
  },
  { name: /\b(?:slug|permalink|url ?key|seo ?name)$/, types: ["text"], ideas: [idea("slug", 30)], nulls: 0 },
  {
    name: /\b(?:file ?name|filename|dateiname|attachment|file|upload)$/,
    types: ["text"],
    ideas: [idea("system.fileName", 30), { generator: "template", params: { text: "file-{{seq}}.pdf" }, longest: 14 }],
  },
  {
    name: /\bfile ?size$/,
    types: ["text"],
    ideas: [{ generator: "integer", params: { min: 2000, max: 9_000_000 }, longest: 7 }],
  },
  {
    name: /\b(?:file ?path|path|pfad|directory|folder)$/,
    types: ["text"],
    ideas: [idea("system.filePath", 50), { generator: "template", params: { text: "/files/{{seq}}" }, longest: 14 }],
  },
  {
    name: /\b(?:mime ?type|content ?type|media ?type|file ?type)$/,
    types: ["text"],
    ideas: [idea("system.mimeType", 40), choice({ "image/png": 3, "application/pdf": 2, "text/html": 2 })],
  },
  {
    name: /\b(?:file ?ext(?:ension)?)$/,
    types: ["text"],
    ideas: [idea("system.fileExt", 5), choice({ pdf: 3, png: 2, txt: 1 })],
  },
  {
    name: /\b(?:color|colour|farbe|couleur)(?: ?(?:code|hex))$|\b(?:hex|html|background|text|font|border|foreground|primary|secondary|accent|bg|fg) ?colou?r$|^hex$/,
    types: ["text"],
    ideas: [idea("color.rgb", 7)],
  },
  {
    name: /\b(?:color|colour|farbe|couleur|farg|kolor)$/,
    types: ["text"],
    ideas: [idea("color.human", 14), choice({ black: 3, white: 3, blue: 2, red: 2, green: 1 })],
  },
  {
    name: /\b(?<!text |html )(?:app ?)?version$/,
    types: ["text"],
    ideas: [
      idea("system.semver", 8),
      { generator: "pattern", params: { pattern: "[1-9]\\.[0-9]\\.[0-9]" }, longest: 5 },
    ],
  },
  {
    name: /\bcss ?class(?:es)?$|\bicon ?class$/,
    types: ["text"],
    ideas: [idea("slug", 30), { generator: "slug", params: { words: 1 } }],
    vague: true,
  },
  {
    name: /\b(?:class|type|model|handler|controller|job|listener|service) ?(?:class|path)$|\b(?:handler|listener|controller|callback)$/,
    types: ["text"],
    ideas: [
      choice({ "App\\Models\\Order": 3, "App\\Models\\User": 2, "App\\Models\\Product": 1 }),
      choice({ Order: 3, User: 2, Product: 1 }),
    ],
    vague: true,
  },
  { name: /\bemoji$/, types: ["text"], ideas: [idea("internet.emoji", 8)] },
  {
    name: /\b(?:imei)$/,
    types: ["text"],
    ideas: [{ generator: "pattern", params: { pattern: "\\d{15}" }, longest: 15 }],
  },
];
