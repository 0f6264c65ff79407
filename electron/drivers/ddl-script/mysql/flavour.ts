/** Which server's ways a script follows, where they differ. */
export interface Flavour {
  /** JSON is text with a check; a reference behind a column counts; checks without a name are numbered so. */
  readonly mariadb: boolean;
  /** Whole numbers are shown without a width: int, and not int(11). */
  readonly widthless: boolean;
}

/** Told by what the dump says of the server it came from; scripts written by hand are read as MariaDB does. */
export function flavourOf(start: string): Flavour {
  const mysql = /^-- MySQL dump/m.test(start) && !/mariadb/i.test(start);
  const version = /^-- Server version\s+(\d+)\./m.exec(start)?.[1];
  return { mariadb: !mysql, widthless: mysql && Number(version ?? 8) >= 8 };
}
