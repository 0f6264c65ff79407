import { holdsText, inType, type EdgePack } from "./edge-pack.ts";
import { edgePackInfo } from "./pack-info.ts";

/** Payloads by what would have to run them; harmless where they are kept as text. */
const payloads = [
  // SQL
  "'",
  "''",
  '"',
  "\\'",
  "Robert'); DROP TABLE students;--",
  "' OR '1'='1",
  "' OR 1=1 --",
  '" OR ""="',
  "1; SELECT pg_sleep(0)",
  "admin'--",
  "admin' #",
  "') UNION SELECT NULL, NULL --",
  "%' AND 1=0 UNION ALL SELECT 'a",
  "100%_like\\_",
  "$$; DROP TABLE t; $$",
  "/* comment */",
  // HTML and script
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "<svg/onload=alert(1)>",
  "javascript:alert(1)",
  "'-alert(1)-'",
  "</textarea><b>bold</b>",
  "<!--",
  "]]>",
  "&lt;b&gt; &amp;amp; &#0;",
  '<a href="data:text/html,hi">x</a>',
  // Paths
  "../../../../etc/passwd",
  "..\\..\\windows\\win.ini",
  "/dev/null",
  "file:///etc/hosts",
  "C:\\CON\\AUX.txt",
  "name.txt%00.png",
  "~root",
  "-rf",
  // CSV and spreadsheets
  "=1+1",
  '=HYPERLINK("https://example.com","open")',
  "+1+1",
  "-1+1",
  "@SUM(1,1)",
  "\t=1+1",
  "a,b;c\td|e",
  'say "hi", twice',
  // Templates
  "{{7*7}}",
  "${7*7}",
  "#{7*7}",
  "<%= 7*7 %>",
  "{% raw %}",
  "%s%d%n%x",
  "{0} {name}",
  "$(id)",
  "`id`",
  "; ls",
  "| cat /etc/hostname",
  "&& echo 1",
  // Logs and headers
  "first line\nERROR forged second line",
  "value\r\nSet-Cookie: a=b",
  "\u001b[2J\u001b[31mred",
  "${jndi:ldap://127.0.0.1/a}",
  // Other interpreters
  "*)(uid=*))(|(uid=*",
  "' or count(/*)=1 or 'a'='b",
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
  '{"$gt":""}',
  "__proto__",
  "constructor",
  "(a+)+$",
];

/** Texts that a careless program would run. */
export const injection: EdgePack = {
  ...edgePackInfo.injection,
  usual: (type) => holdsText(type) || type.kind === "json",
  texts: ({ type }) => (holdsText(type) || type.kind === "json" ? inType(payloads, type) : []),
};
