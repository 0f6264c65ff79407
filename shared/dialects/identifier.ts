// Words that are reserved in at least one of the engines. Quoting a word that needs none costs nothing; the reverse fails.
const reserved = new Set(
  `abort action add all alter always analyse analyze and any array as asc asymmetric attach authorization autoincrement before begin
  between bigint binary blob both by call cascade case cast change char character check collate column columns commit concurrently
  condition conflict constraint continue convert create cross current current_catalog current_date current_role current_schema
  current_time current_timestamp current_user cursor database databases date datetime day deallocate declare default deferrable deferred
  delayed delete desc describe detach deterministic distinct div do double drop each else elseif enclosed end escape escaped except
  exclude exclusive execute exists exit explain fail false fetch filter first float following for force foreign freeze from full
  fulltext function generated get glob grant group grouping groups having high_priority if ignore ilike immediate in index indexed
  initially inner inout insert instead int integer intersect interval into is isnull iterate join json_table key keys kill lag last
  lateral lead leading leave left like limit linear lines load local localtime localtimestamp lock long loop low_priority match
  materialized maxvalue merge mod modifies natural no not nothing notnull null nulls numeric of offset on only open optimize option
  optionally or order others out outer over overlaps partition placing plan position pragma preceding precision primary procedure
  purge query raise range rank read reads real recursive references regexp reindex release rename repeat replace require resignal
  restrict return returning revoke right rlike rollback row row_number rows savepoint schema schemas select sensitive separator session_user
  set show signal similar smallint some spatial specific sql ssl starting straight_join symmetric system table tables tablesample
  temp temporary terminated text then ties time timestamp tinyint to trailing transaction trigger true unbounded undo union unique
  unlock unsigned update usage use user using vacuum values varbinary varchar variadic varying verbose view virtual when where
  while window with without write xor year year_month zerofill`.split(/\s+/),
);

/** Bare where every engine takes the name as it is: lower-case letters, digits and underscores, and no reserved word. */
export const isPlainName = (name: string): boolean => /^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name);

/** Quotes a name with `mark`, which is doubled inside. */
export const quoteName = (name: string, mark: string): string => mark + name.replaceAll(mark, mark + mark) + mark;
