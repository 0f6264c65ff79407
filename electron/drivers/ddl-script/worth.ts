import type { ScriptDialect, Worth, WorthOf } from "./statement.ts";

// Which statements say something of tables, told by their first words. All others are passed over without being kept.

const tableObjects = new Set(["TABLE", "INDEX", "UNIQUE", "VIEW", "SCHEMA", "DATABASE"]);
const postgresObjects = new Set([...tableObjects, "TYPE", "DOMAIN", "SEQUENCE", "MATERIALIZED", "FOREIGN"]);

/** Words that may stand between CREATE and what is created. */
const between = new Set([
  "OR",
  "REPLACE",
  "TEMP",
  "TEMPORARY",
  "GLOBAL",
  "LOCAL",
  "UNLOGGED",
  "RECURSIVE",
  "ONLINE",
  "OFFLINE",
  // MySQL: CREATE ALGORITHM=UNDEFINED DEFINER=`root`@`localhost` SQL SECURITY DEFINER VIEW v
  "ALGORITHM",
  "UNDEFINED",
  "MERGE",
  "TEMPTABLE",
  "DEFINER",
  "CURRENT_USER",
  "SQL",
  "SECURITY",
  "INVOKER",
]);

/** What else can be created, altered and dropped. */
const known = new Set(
  (
    "TABLES ACCESS AGGREGATE CAST COLLATION CONSTRAINT CONVERSION DEFAULT DOMAIN EVENT EXTENSION FOREIGN FULLTEXT FUNCTION GROUP IGNORE INSTANCE " +
    "LANGUAGE LARGE LOGFILE MATERIALIZED OPERATOR OWNED PACKAGE POLICY PREPARE PROCEDURAL PROCEDURE PUBLICATION RESOURCE ROLE ROUTINE RULE SEQUENCE SERVER " +
    "SPATIAL STATISTICS SUBSCRIPTION SYSTEM TABLESPACE TEXT TRANSFORM TRIGGER TRUSTED TYPE UNDO USER VIRTUAL"
  ).split(" "),
);

const ofCreate =
  (objects: ReadonlySet<string>, anyDefiner: boolean) =>
  (words: readonly string[]): Worth => {
    const last = words.at(-1) ?? "";
    if (objects.has(last)) return "keep";
    if (words.every((word) => word === last || between.has(word)) && !known.has(last) && !between.has(last))
      return "wrong";
    // A definer is any name, and few of them are longer than this.
    return between.has(last) || (anyDefiner && words.includes("DEFINER") && words.length < 12) ? "more" : "skip";
  };

const postgresql: WorthOf = (words) => {
  const [first = "", second] = words;
  if (first === "COMMENT" || first === "SET" || first === "COPY") return "keep";
  if (first === "SELECT") {
    // pg_dump sets the search path by a call.
    if (second === undefined || (second === "PG_CATALOG" && words.length === 2)) return "more";
    return words.at(-1) === "SET_CONFIG" ? "keep" : "skip";
  }
  if (first !== "CREATE" && first !== "ALTER" && first !== "DROP") return "skip";
  return second === undefined ? "more" : ofCreate(postgresObjects, false)(words.slice(1));
};

const mysql: WorthOf = (words) => {
  const [first = "", second] = words;
  if (first === "USE" || first === "RENAME") return "keep";
  if (first !== "CREATE" && first !== "ALTER" && first !== "DROP") return "skip";
  return second === undefined ? "more" : ofCreate(tableObjects, true)(words.slice(1));
};

const sqlite: WorthOf = (words) => {
  const [first = "", second] = words;
  if (first !== "CREATE" && first !== "ALTER" && first !== "DROP") return "skip";
  return second === undefined ? "more" : ofCreate(tableObjects, false)(words.slice(1));
};

export const worthOf: Readonly<Record<ScriptDialect, WorthOf>> = { postgresql, mysql, sqlite };

/** Words with which a statement can begin, in any of the dialects; what begins otherwise is a mistake in the script. */
export const beginnings = new Set(
  (
    "ABORT ALTER ANALYZE ANALYSE ATTACH BEGIN BINLOG CALL CACHE CHANGE CHECK CHECKPOINT CHECKSUM CLOSE CLUSTER COMMENT COMMIT COPY CREATE DEALLOCATE " +
    "DECLARE DELETE DESC DESCRIBE DETACH DISCARD DO DROP END EXECUTE EXPLAIN FETCH FLUSH GET GRANT HANDLER HELP IMPORT INSERT INSTALL KILL LISTEN LOAD LOCK " +
    "MERGE MOVE NOTIFY OPTIMIZE PRAGMA PREPARE PURGE REASSIGN REFRESH REINDEX RELEASE RENAME REPAIR REPLACE RESET RESIGNAL REVOKE ROLLBACK SAVEPOINT " +
    "SECURITY SELECT SET SHOW SHUTDOWN SIGNAL START STOP TABLE TRUNCATE UNINSTALL UNLISTEN UNLOCK UPDATE USE VACUUM VALUES WITH XA"
  ).split(" "),
);
