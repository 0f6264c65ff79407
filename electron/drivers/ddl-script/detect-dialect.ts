import type { ScriptDialect } from "./statement.ts";

type Sign = readonly [pattern: RegExp, weight: number];

// What only one of the three writes. The heavy ones are lines that the engine's own tools write.
const signs: Readonly<Record<ScriptDialect, readonly Sign[]>> = {
  postgresql: [
    [/^-- (?:PostgreSQL database|Dumped by pg_dump)/m, 100],
    [/^\\(?:restrict|unrestrict|connect|c|set|copy|i|ir|echo)\b/m, 20],
    [/^COPY\s+\S+.*\bFROM\s+stdin/im, 20],
    [/\bpg_catalog\.|\bplpgsql\b|\bsearch_path\b|\bstandard_conforming_strings\b/i, 20],
    [/\bALTER\s+TABLE\s+ONLY\b|\bOWNER\s+TO\b/i, 10],
    [/\bCREATE\s+(?:TYPE|DOMAIN|EXTENSION|SEQUENCE|SCHEMA\s+IF\s+NOT\s+EXISTS\s+\w+\s+AUTHORIZATION)\b/i, 10],
    [/\bCOMMENT\s+ON\s+(?:TABLE|COLUMN|SCHEMA|TYPE)\b/i, 10],
    [/\b(?:SMALL|BIG)?SERIAL\d?\b(?!\s*\()/i, 6],
    [/\b(?:JSONB|BYTEA|TIMESTAMPTZ|TSVECTOR|CITEXT|INET|CIDR|INT4RANGE|TSTZRANGE|DATERANGE)\b/i, 8],
    [/\bWITH(?:OUT)?\s+TIME\s+ZONE\b|\bCHARACTER\s+VARYING\b/i, 6],
    [/::\s*[a-z"]/i, 5],
    [/\bGENERATED\s+(?:ALWAYS|BY\s+DEFAULT)\s+AS\s+IDENTITY\b/i, 10],
    [/\$[A-Za-z_]*\$/, 4],
    [/\bUSING\s+(?:gin|gist|brin)\b|\bNOT\s+VALID\b|\bNULLS\s+NOT\s+DISTINCT\b|\bPARTITION\s+OF\b|\bINHERITS\s*\(/i, 8],
    [/\bCREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?"?public"?\./i, 8],
    [/\b\w+\s*\[\s*\]\s*(?:,|NOT|DEFAULT|\n|\))/i, 3],
    // SQLite has no such ALTER.
    [/\bALTER\s+TABLE\s+[^;]{0,200}?\bADD\s+CONSTRAINT\b/i, 3],
  ],
  mysql: [
    [/^-- (?:MySQL|MariaDB) dump|^-- MySQL Script|phpMyAdmin SQL Dump/m, 100],
    [/\/\*M?!\d{5,6}/, 20],
    [/\/\*M?!\s*SET\b/, 10],
    [/\bENGINE\s*=\s*\w+/i, 20],
    [/\bAUTO_INCREMENT\b/i, 20],
    [/^[ \t]*DELIMITER[ \t]+\S+[ \t]*$/im, 10],
    [/^[ \t]*USE\s+[`\w]+\s*;/im, 8],
    [/`[^`\n]+`/, 5],
    [/\b(?:TINY|SMALL|MEDIUM|BIG)?INT(?:EGER)?\s*(?:\(\d+\))?\s+UNSIGNED\b/i, 10],
    [/\b(?:MEDIUMTEXT|LONGTEXT|TINYTEXT|MEDIUMBLOB|LONGBLOB|MEDIUMINT)\b/i, 6],
    [/\bENUM\s*\(\s*'/i, 6],
    [/\bCHARACTER\s+SET\b|\bDEFAULT\s+CHARSET\b|\bCOLLATE\s*=?\s*utf8/i, 8],
    [/\bON\s+UPDATE\s+CURRENT_TIMESTAMP\b/i, 10],
    [/\bSET\s+FOREIGN_KEY_CHECKS\b|@@\w+/i, 10],
    [/,\s*(?:UNIQUE\s+|FULLTEXT\s+|SPATIAL\s+)?(?:KEY|INDEX)\s+[`\w]+\s*\(/i, 8],
    [/\bCOMMENT\s*=?\s*'/i, 4],
  ],
  sqlite: [
    [/^[ \t]*PRAGMA\s+\w+/im, 20],
    [/\bAUTOINCREMENT\b/i, 20],
    [/\bWITHOUT\s+ROWID\b|\)\s*STRICT\s*;/i, 20],
    [/\bsqlite_(?:sequence|master|schema|stat1)\b/i, 20],
    [/\[[A-Za-z_][\w ]*\]/, 6],
    [/\bINTEGER\s+(?:NOT\s+NULL\s+)?PRIMARY\s+KEY\b/i, 4],
    [/\bCOLLATE\s+NOCASE\b/i, 8],
    [/\bDATETIME\b/i, 2],
    [/\bBEGIN\s+TRANSACTION\b/i, 2],
    [/\bsqlite\b/i, 6],
    [/\b(?:strftime|julianday|randomblob)\s*\(/i, 6],
  ],
};

/**
 * The dialect that a script is written in, by what only that dialect's users and tools write. SQLite takes most of what the
 * others share, so it is the answer where nothing speaks for another.
 */
export function detectDialect(start: string): ScriptDialect {
  const scores = (["sqlite", "postgresql", "mysql"] as const).map((dialect) => ({
    dialect,
    score: signs[dialect].reduce((sum, [pattern, weight]) => sum + (pattern.test(start) ? weight : 0), 0),
  }));
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).dialect;
}
