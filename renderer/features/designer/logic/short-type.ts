const longNames: readonly (readonly [RegExp, string])[] = [
  [/^character varying\b/i, "varchar"],
  [/^character\b/i, "char"],
  [/^bit varying\b/i, "varbit"],
  [/^double precision$/i, "double"],
  [/^(timestamp|time)(\(\d+\))? with time zone/i, "$1tz$2"],
  [/^(timestamp|time)(\(\d+\))? without time zone/i, "$1$2"],
];

/** A declared type as a narrow column has room for it: PostgreSQL's long names by the short ones that it takes, too. */
export const shortType = (type: string): string =>
  longNames.reduce((text, [name, short]) => text.replace(name, short), type);
