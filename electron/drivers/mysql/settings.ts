// What a session is told before anything else, so that a server's configuration changes neither values nor meaning.

/** Texts in UTF-8, messages in English, times in UTC, names in backticks, backslashes as escapes. */
const plain = (mode: string): readonly string[] => [
  "SET NAMES utf8mb4",
  "SET SESSION lc_messages = 'en_US'",
  `SET SESSION sql_mode = '${mode}'`,
  "SET SESSION time_zone = '+00:00'",
];

/** Who reads may take hours over a row; a server ends the connection by default when nobody takes its bytes for a minute. */
export const readSettings: readonly string[] = [
  ...plain(""),
  "SET SESSION net_write_timeout = 28800",
  "SET SESSION wait_timeout = 28800",
  "SET SESSION TRANSACTION READ ONLY",
];

/** Seconds that a write waits for another connection's lock. */
const lockPatience = 5;

export const writeSettings: readonly string[] = [
  // A zero in a numbered column stays one; what does not fit is an error, never cut.
  ...plain("STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION"),
  `SET SESSION innodb_lock_wait_timeout = ${lockPatience}`,
  `SET SESSION lock_wait_timeout = ${lockPatience}`,
  // While a table is made, its connection is silent.
  "SET SESSION net_read_timeout = 28800",
  "SET SESSION wait_timeout = 28800",
  // Nothing that is changed on the way may go unsaid.
  "SET SESSION sql_notes = 1",
  "SET SESSION unique_checks = 1",
  "SET SESSION foreign_key_checks = 1",
];
