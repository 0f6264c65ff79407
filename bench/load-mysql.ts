import { parseAddress } from "../electron/drivers/mysql/address.ts";
import { mysqlDriver } from "../electron/drivers/mysql/driver.ts";
import { Session } from "../electron/drivers/mysql/session.ts";
import { writeSettings } from "../electron/drivers/mysql/settings.ts";
import { mysqlFields } from "../shared/encoders/mysql-load.ts";
import { loadBeside } from "./load-beside.ts";

// node scripts/run.mjs bench/load-mysql.ts [--rows N] [--workers N] [--runs N]: generating and loading over one connection beside LOAD DATA
// of the same rows, ready in a file that the server reads itself, by a session of the same settings. The user of
// SEEDLOOM_TEST_MYSQL must be let read files.

const loadData = (file: string, table: string): string =>
  `LOAD DATA INFILE '${file}' INTO TABLE ${table} CHARACTER SET utf8mb4 ` +
  String.raw`FIELDS TERMINATED BY '\t' ENCLOSED BY '' ESCAPED BY '\\' LINES TERMINATED BY '\n'`;

await loadBeside({
  engine: "mysql",
  driver: mysqlDriver,
  server: process.env["SEEDLOOM_TEST_MYSQL"] ?? "mysql://root@127.0.0.1:3306/",
  tables: {
    U: `CREATE TABLE users (id integer PRIMARY KEY, uuid char(36) NOT NULL, first_name varchar(100) NOT NULL, last_name varchar(100) NOT NULL,
      email varchar(200) NOT NULL, phone varchar(50) NOT NULL, city varchar(100) NOT NULL, created_at datetime(3) NOT NULL)`,
    T: `CREATE TABLE transactions (id integer PRIMARY KEY, account_id integer NOT NULL, amount decimal(12,2) NOT NULL, currency varchar(3) NOT NULL,
      country varchar(2) NOT NULL, status varchar(20) NOT NULL, merchant varchar(200) NOT NULL, ts datetime(3) NOT NULL)`,
  },
  rate: "loadDataOfReadyFileRowsPerSecond",
  ratio: "ratioToLoadData",
  format: mysqlFields,
  create: (database) => `CREATE DATABASE ${database} CHARACTER SET utf8mb4`,
  drop: (database) => `DROP DATABASE ${database}`,
  take: (file, table) => ["START TRANSACTION", loadData(file, table), "COMMIT"],
  async query(address, ...statements) {
    const session = await Session.open(parseAddress(address), writeSettings);
    try {
      for (const statement of statements) await session.run(statement);
    } finally {
      await session.close();
    }
  },
});
