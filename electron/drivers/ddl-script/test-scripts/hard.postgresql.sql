CREATE SCHEMA geo; CREATE SCHEMA "Odd Schema";
CREATE TYPE geo.mood AS ENUM ('sad','ok'); ALTER TYPE geo.mood ADD VALUE 'happy' AFTER 'ok'; ALTER TYPE geo.mood ADD VALUE 'meh' BEFORE 'ok';
CREATE DOMAIN us_zip AS varchar(10) DEFAULT '00000' NOT NULL CHECK (VALUE ~ '^\d{5}$') CONSTRAINT longer CHECK (length(value) > 2);
CREATE DOMAIN zip2 AS us_zip CHECK (VALUE <> 'x');
CREATE TABLE parent (id bigserial PRIMARY KEY, code char(3) UNIQUE, a int, b int, UNIQUE (a, b));
CREATE TABLE geo.t (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  m geo.mood DEFAULT 'ok', z us_zip, z2 zip2, arr text[] DEFAULT '{}', arr2 int[][],
  n numeric(6), n2 numeric(8,2) DEFAULT 0, r int4range, mr datemultirange, ts timestamptz(3) DEFAULT now(), tt time(0), iv interval day to second(3), b bit(5), vb bit varying(9),
  g int GENERATED ALWAYS AS (id * 2) STORED,
  pa int, pb int, code char(3) REFERENCES parent (code) ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  p bigint REFERENCES parent, txt text COLLATE "C" DEFAULT NULL, v varchar(5) DEFAULT NULL, ip inet, js jsonb NOT NULL DEFAULT '{}'::jsonb,
  "Quoted Col" text CHECK ("Quoted Col" <> 'a''b'), "char" "char", nm name, f real, d double precision, bo bool DEFAULT true,
  CHECK (pa > 0 AND pb < pa), CONSTRAINT named CHECK (n > 1),
  FOREIGN KEY (pa, pb) REFERENCES parent (a, b) MATCH FULL,
  UNIQUE NULLS NOT DISTINCT (ip, f),
  EXCLUDE USING gist (r WITH &&) WHERE (pa > 0)
);
CREATE UNIQUE INDEX ON geo.t (lower(txt), n) WHERE n IS NOT NULL;
CREATE UNIQUE INDEX ux ON geo.t ((n + 1), (txt || 'x'));
COMMENT ON TABLE geo.t IS 'A ''quoted'' table'; COMMENT ON COLUMN geo.t.txt IS E'line\nbreak';
CREATE TABLE "Odd Schema"."do$llar ""q""" ("(inside,parens)" int PRIMARY KEY, ":arr->ow::cast" text, "  w  " int REFERENCES "Odd Schema"."do$llar ""q""");
CREATE TABLE nocols ();
CREATE TABLE ev (id int NOT NULL, at date NOT NULL, region text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE ev1 PARTITION OF ev FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE ev2 PARTITION OF ev FOR VALUES FROM ('2025-01-01') TO (MAXVALUE);
CREATE TABLE li (k text, v int) PARTITION BY LIST (k);
CREATE TABLE li1 PARTITION OF li FOR VALUES IN ('a', 'b'); CREATE TABLE li2 (k text, v int); ALTER TABLE li ATTACH PARTITION li2 FOR VALUES IN ('c');
CREATE TABLE ha (k int) PARTITION BY HASH (k); CREATE TABLE ha1 PARTITION OF ha FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE TABLE child (extra int, CHECK (a < 9)) INHERITS (parent);
CREATE TABLE lk (LIKE geo.t INCLUDING ALL);
ALTER TABLE parent ADD COLUMN added timestamp DEFAULT CURRENT_TIMESTAMP, DROP COLUMN IF EXISTS nope, ALTER COLUMN a SET NOT NULL;
ALTER TABLE parent RENAME COLUMN b TO bb; ALTER TABLE child RENAME TO kid;
CREATE VIEW vw AS SELECT * FROM parent; CREATE MATERIALIZED VIEW mv AS SELECT 1 AS x; CREATE UNIQUE INDEX ON mv (x);
SET search_path = geo, public;
CREATE TABLE in_geo (id smallserial, m mood[], PRIMARY KEY (id)); CREATE TABLE loop (id int PRIMARY KEY, parent_id int REFERENCES loop);
CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END;
CREATE TABLE after_fn (x int, very_long_column_name_that_goes_on_and_on_for_a_while_yes int UNIQUE, CONSTRAINT nn CHECK (x IS NOT NULL));
DROP TABLE loop;
