import type { ValueRules, ValueRuleView } from "../../shared/api/value-rules.ts";
import { applyEdit } from "../../shared/project/apply-edit.ts";
import type { Session } from "../backend/sessions/session.ts";
import { valueRules } from "../backend/sessions/value-rules.ts";
import { stopSignal } from "./stop-signal.ts";
import type { Terminal } from "./terminal.ts";
import { count } from "./words.ts";

/** The rules that sampled values speak for; what could not be looked at is said. */
export async function rulesByValues(session: Session, terminal: Terminal): Promise<ValueRules> {
  const stop = stopSignal();
  const found = await valueRules(session, stop.signal).finally(() => stop.release());
  if (found.message !== undefined) terminal.note(`not all tables could be looked at: ${found.message}`);
  return found;
}

/** Those that write no value of the source into the project, or all; how many are left out is said. */
export function rulesToTake(
  rules: readonly ValueRuleView[],
  listing: boolean,
  terminal: Terminal,
): readonly ValueRuleView[] {
  const taken = rules.filter(({ lists }) => listing || !lists);
  if (taken.length < rules.length) {
    const left = count(rules.length - taken.length, "rule");
    terminal.note(`left out ${left} that would write values of the source into the project; --take-lists takes them.`);
  }
  return taken;
}

/** "Text by pattern PKG-[1-9][0-9]{4}". The options of a list are values of the source, and logs are kept. */
export const ruleInWords = ({ next, lists }: ValueRuleView): string =>
  lists ? next.label : `${next.label} ${next.options}`.trimEnd();

export function takeRules(session: Session, rules: readonly ValueRuleView[]): void {
  session.project = applyEdit(session.project, {
    kind: "several",
    label: "Rules by values",
    edits: rules.map(({ table, column, rule }) => ({ kind: "set-rule", table, column, rule })),
  });
}
