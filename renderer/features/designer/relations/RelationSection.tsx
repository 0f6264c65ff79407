import { IconArrowRight, IconLink } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { RelationView, TableView } from "../../../../shared/api/views.ts";
import type { GenerateRule } from "../../../../shared/rules/rule.ts";
import { formatInteger, formatRows } from "../../../components/format.ts";
import { StatusMark } from "../../../components/StatusMark.tsx";
import { edit } from "../../../state/session-store.ts";
import { isOwned } from "../logic/owner.ts";
import { freeRows, groupRows, pickWords } from "./relation-edits.ts";

interface Props {
  readonly table: TableView;
  readonly relation: RelationView;
  readonly rule: GenerateRule;
}

/** What a foreign key points to, how its rows find their parents, and whether there are enough of them. */
export function RelationSection({ table, relation, rule }: Props): ReactNode {
  const { name, columns, parent, parentColumns, onDelete, pick, canOwn } = relation;
  const owned = pick === "owner";
  return (
    <section aria-label="Relation">
      <div className="sec-h sec-tight">Relation</div>
      <div className="row sm rs-path">
        <span className="c-relation">
          <IconLink className="i i-sm" stroke={1.5} aria-hidden="true" />
        </span>
        <code>{joined(table.id, columns)}</code>
        <span className="t3">
          <IconArrowRight className="i i-xs" stroke={1.5} aria-label="to" />
        </span>
        <code>{joined(parent, parentColumns)}</code>
      </div>
      <p className="t3 xs rs-words">
        Foreign key{name === "" ? "" : ` ${name}`}
        {onDelete === undefined ? "" : `, on delete ${onDelete}`}
      </p>
      <p className="t2 sm rs-words">{pickWords(relation, rule)}</p>
      <Capacity table={table} relation={relation} />
      {owned ? (
        <div className="rs-acts">
          <button type="button" className="btn btn-sm" onClick={() => edit(freeRows(table, relation, rule))}>
            Free rows
          </button>
        </div>
      ) : canOwn && table.mode === "generate" ? (
        <div className="rs-acts">
          <button type="button" className="btn btn-sm" onClick={() => edit(groupRows(table, relation, rule))}>
            Group rows by {parent}
          </button>
        </div>
      ) : null}
    </section>
  );
}

/** "1,000 parents for 2,500 rows": more rows than parents are wrong only where each may be taken once. */
function Capacity({ table, relation }: Omit<Props, "rule">): ReactNode {
  const { parentRows, pick } = relation;
  const { rowCount, rows } = table;
  const once = pick === "each once";
  const short = rowCount > 0 && (parentRows === 0 || (once && parentRows < rowCount));
  const each = isOwned(rows) && pick === "owner" ? ` (${rows.from} to ${rows.to} each)` : "";
  return (
    <p className={`row sm rs-capacity ${short ? "c-danger" : "t2"}`}>
      <StatusMark status={short ? "error" : "ok"} title={short ? "Too few parents" : "Enough parents"} />
      <span className="num">
        {formatInteger(parentRows)} {parentRows === 1 ? "parent" : "parents"} for {formatRows(rowCount)}
        {each}
      </span>
    </p>
  );
}

const joined = (table: string, columns: readonly string[]): string =>
  columns.length === 1 ? `${table}.${columns[0] ?? ""}` : `${table} (${columns.join(", ")})`;
