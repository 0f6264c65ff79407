import { groupSizes } from "../../../shared/api/privacy-check-views.ts";
import type { ColumnTreatment, PrivacyReport } from "../../../shared/api/privacy-report.ts";
import { coincidenceWords } from "../../jobs/leaks-found.ts";

const decisions = { masked: "Masked", kept: "Kept", open: "Open", elsewhere: "Not from the source" } as const;
const outcomes: Readonly<Record<ColumnTreatment["outcome"], string>> = {
  pseudonymised: "Pseudonymised",
  generalised: "Made coarser",
  changed: "Changed",
  removed: "Removed",
};
const usable = { unique: "Unique stays unique", nulls: "Null share unchanged", format: "Formats stay valid" } as const;

/** Colours and type of the window (design/app.css); on paper the light ones. */
const style = `
:root{color-scheme:light dark;--bg:#fff;--head:#f6f6f4;--line:#e5e5e2;--text:#242422;--dim:#575755;--ok:#1e7546;--danger:#b02a2d;--mask:#983c75;--bar:#b9b9b6;--bar2:#3491a2}
@media screen and (prefers-color-scheme:dark){:root{--bg:#1b1e20;--head:#16191b;--line:#2d3235;--text:#e4e9eb;--dim:#b0b6b9;--ok:#7bcc98;--danger:#ff958d;--mask:#ea9bc7;--bar:#5a6063;--bar2:#49a5b6}}
body{margin:0 auto;max-width:960px;padding:32px 24px;background:var(--bg);color:var(--text);font:13px/1.5 Inter,system-ui,sans-serif;font-variant-numeric:tabular-nums}
h1{font-size:20px;margin:0}h2{font-size:15px;margin:32px 0 8px}h3{font-size:13px;margin:16px 0 4px}p{margin:4px 0}
.dim{color:var(--dim)}.ok{color:var(--ok)}.danger{color:var(--danger)}.mask{color:var(--mask)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:12px 0}dt{color:var(--dim)}dd{margin:0}
table{border-collapse:collapse;width:100%;margin:8px 0}th,td{border-bottom:1px solid var(--line);padding:4px 8px 4px 0;text-align:start;vertical-align:top;overflow-wrap:anywhere}
th{color:var(--dim);font-weight:500;background:var(--head)}td.n,th.n{text-align:end;white-space:nowrap}td:first-child{min-width:160px}tr{break-inside:avoid}
svg text{fill:var(--dim);font-size:11px}.source{fill:var(--bar)}.masked{fill:var(--bar2)}
@media print{body{padding:0;max-width:none}h2{break-after:avoid}}
`;

/** The report as one file: no script, nothing from elsewhere, for screen and paper. */
export function reportHtml(report: PrivacyReport): string {
  const { decided } = report;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Privacy report: ${text(report.project)}</title>
<style>${style}</style>
</head>
<body>
<h1>Privacy report: ${text(report.project)}</h1>
<p class="dim">Made by Seedloom ${text(report.seedloom)}. No value of the source is in this report.</p>
<dl>
<dt>Source</dt><dd>${text(report.source)}</dd>
<dt>Reference date</dt><dd>${text(report.date)}</dd>
<dt>Key</dt><dd>${report.key === undefined ? "none" : `fingerprint ${text(report.key)}`}</dd>
<dt>Personal columns</dt><dd>${decided.findings}: ${decided.masked} masked, ${decided.kept} kept with a reason, <span class="${decided.open > 0 ? "danger" : ""}">${decided.open} open</span></dd>
<dt>Policies</dt><dd>${report.policies.length === 0 ? "none chosen: every finding counts" : report.policies.map(underPolicy).join("<br>")}</dd>
</dl>
${pseudonyms(report)}
${leaks(report)}
${risks(report)}
${joins(report)}
${findings(report)}
${masks(report)}
${regulations(report)}
</body>
</html>
`;
}

const underPolicy = ({ name, findings: found, open }: PrivacyReport["policies"][number]): string =>
  `${text(name)}: ${count(found, "column")}, ${open === 0 ? "none open" : `<span class="danger">${number(open)} open</span>`}`;

function pseudonyms({ masks }: PrivacyReport): string {
  const columns = masks.filter(({ outcome }) => outcome === "pseudonymised");
  if (columns.length === 0) return "";
  return `<h2>What is pseudonymised</h2>
<p>${columns.length} ${columns.length === 1 ? "column holds" : "columns hold"} pseudonyms: whoever has the key, or the source, can tell whose they are. Under the GDPR (Article 4(5)) they stay personal data, and this report calls none of them anonymous.</p>
<p class="mask">${columns.map(({ table, column }) => text(`${table}.${column}`)).join(", ")}</p>`;
}

function leaks({ checks }: PrivacyReport): string {
  const { leaks: found, coincidences, originals, byChance, complete } = checks.leaks;
  const looked = checks.tables.reduce((sum, table) => sum + table.looked, 0);
  const scope = checks.scope === "all" ? "all rows" : "a sample of each table";
  return `<h2>Leak check</h2>
<p class="${found.length === 0 ? "ok" : "danger"}">${found.length === 0 ? `None of ${number(originals)} originals survives` : `Originals survive in ${count(found.length, "place")}`}, over ${scope} (${count(looked, "row")}).</p>
<p class="dim">Looked for are the values of masked columns and their parts, in every column. ${number(byChance)} values equal one of their own person no more often than chance explains.${complete ? "" : " There were more originals than are held in memory; the rest was not looked for."}</p>
${coincidences.map((one) => `<p class="dim">${text(coincidenceWords(one))}</p>\n`).join("")}${
    found.length === 0
      ? ""
      : table(
          ["Original of", "Found in", "Values", "Rows", "First rows"],
          found.map(({ of, at, values, rows, first }) => [
            `${of.table}.${of.column}`,
            `${at.table}.${at.column}`,
            number(values),
            number(rows),
            first
              .slice(0, 5)
              .map((row) => number(row + 1))
              .join(" · "),
          ]),
          [2, 3],
        )
  }`;
}

function risks({ risks: all }: PrivacyReport): string {
  if (all.length === 0) return "";
  const parts = all.map(({ table: id, quasi, looked, rows, source, masked, sensitive }) => {
    const most = Math.max(1, ...source.groups, ...masked.groups);
    const bars = groupSizes.map(({ label }, i) => {
      const [before, after] = [source.groups[i] ?? 0, masked.groups[i] ?? 0];
      const x = i * 110 + 10;
      const height = (groups: number): number => Math.round((groups / most) * 80);
      return `<rect class="source" x="${x}" y="${100 - height(before)}" width="36" height="${height(before)}"/><text x="${x + 18}" y="${94 - height(before)}" text-anchor="middle">${number(before)}</text>
<rect class="masked" x="${x + 42}" y="${100 - height(after)}" width="36" height="${height(after)}"/><text x="${x + 60}" y="${94 - height(after)}" text-anchor="middle">${number(after)}</text>
<text x="${x + 39}" y="116" text-anchor="middle">${label}</text>`;
    });
    const told = masked.disclosure;
    return `<h3>${text(id)}</h3>
<p>k = ${number(masked.k)} after masking, ${number(source.k)} in the source; ${count(masked.uniqueRows, "unique row")}, ${number(source.uniqueRows)} in the source. Over ${quasi.map(text).join(", ")}, ${count(looked, "row")}${looked < rows ? ` of ${number(rows)}` : ""}.</p>
${told === undefined || sensitive === undefined ? "" : `<p>Of ${text(sensitive)}: l = ${number(told.distinct)} (entropy ${told.entropy.toFixed(2)}), t = ${told.closeness.toFixed(3)}.</p>`}
<svg viewBox="0 0 560 120" width="560" role="img" aria-label="Groups of look-alikes by size, source and masked">${bars.join("\n")}</svg>`;
  });
  return `<h2>k-anonymity</h2>
<p class="dim">Groups of rows that look alike, by size: <span>grey: source</span>, <span>blue: masked</span>.</p>
${parts.join("\n")}`;
}

function joins({ checks }: PrivacyReport): string {
  const broken = checks.joins.filter(({ before, after }) => before !== after);
  return `<h2>Joins and use</h2>
<p class="${broken.length === 0 ? "ok" : "danger"}">${broken.length === 0 ? "All joins match as before." : `${count(broken.length, "join")} lost rows.`}</p>
${table(
  ["From", "To", "Before", "Still match"],
  checks.joins.map(({ from, to, before, after }) => [
    `${from.table} (${from.columns.join(", ")})`,
    `${to.table} (${to.columns.join(", ")})`,
    number(before),
    number(after),
  ]),
  [2, 3],
)}
${table(
  ["Promise", "Looked at", "Broken"],
  checks.usable.map(({ kind, looked, broken: bad }) => [
    usable[kind],
    number(looked),
    bad.length === 0 ? "none" : bad.map((place) => `${place.table} (${place.columns.join(", ")})`).join("; "),
  ]),
  [1],
)}`;
}

const findings = ({ findings: all }: PrivacyReport): string => `<h2>Findings and decisions</h2>
${table(
  ["Column", "Looks like", "Sure", "Evidence", "Decision"],
  all.map((one) => [
    `${one.table}.${one.column}`,
    one.looksLike,
    one.confidence === 0 ? "" : `${Math.round(Math.min(0.99, one.confidence) * 100)}%`,
    one.evidence.join("; "),
    `${decisions[one.decision]}${one.decision === "masked" ? `: ${one.treatment}` : ""}${one.reason === undefined ? "" : `: ${one.reason}`}`,
  ]),
  [2],
)}`;

const masks = ({ masks: all }: PrivacyReport): string => `<h2>Masks</h2>
${table(
  ["Column", "Mask", "Options", "Outcome", "Domain"],
  all.map(({ table: id, column, label, options, outcome, domain }) => [
    `${id}.${column}`,
    label,
    options,
    outcomes[outcome],
    domain ?? "",
  ]),
)}`;

const regulations = ({ regulations: all }: PrivacyReport): string => `<h2>Regulations</h2>
${table(
  ["Regulation", "Personal columns", "Open"],
  all.map(({ name, findings: found, open }) => [name, number(found), number(open)]),
  [1, 2],
)}`;

/** Rows of plain texts; `numbers` are the columns that hold numbers. */
function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): string {
  if (rows.length === 0) return "";
  const cell = (tag: "td" | "th", words: string, c: number): string =>
    `<${tag}${numbers.includes(c) ? ' class="n"' : ""}>${text(words)}</${tag}>`;
  const line = (tag: "td" | "th", words: readonly string[]): string =>
    `<tr>${words.map((word, c) => cell(tag, word, c)).join("")}</tr>`;
  return `<table><thead>${line("th", heads)}</thead><tbody>
${rows.map((row) => line("td", row)).join("\n")}
</tbody></table>`;
}

const number = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/gu, ",");
const count = (value: number, noun: string): string => `${number(value)} ${noun}${value === 1 ? "" : "s"}`;

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const text = (words: string): string => words.replaceAll(/[&<>"']/gu, (sign) => signs[sign] ?? sign);
