import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ColumnProfile, GeneratorCard, PreviewPage, TableSparks, TableView } from "../../../shared/api/views.ts";
import type { Assignment, AssignmentRequest } from "../../../shared/api/assignment.ts";
import type { GenerateRule, Rule } from "../../../shared/rules/rule.ts";
import { trpc } from "../../host/api.ts";
import { useDesigner } from "./designer-store.ts";
import { atRevision } from "../../state/at-revision.ts";
import { useRevision, useSessionId } from "../../state/session-store.ts";

// Each answer is keyed by the project's revision; the one before stays in view until the new one is there.

export function useTable(table: string) {
  const session = useSessionId();
  const options = atRevision(trpc.design.table.queryOptions({ session, table }), useRevision());
  return useQuery({
    ...options,
    placeholderData: (before: TableView | undefined) => (before?.id === table ? before : undefined),
  });
}

/** The focus row and the few rows after it: the sample column and the inspector's samples. */
const sampleRows = 5;

export function useFocusPage(table: string, row: number, enabled: boolean) {
  const session = useSessionId();
  const options = atRevision(
    trpc.preview.page.queryOptions({ session, table, start: row, count: sampleRows }),
    useRevision(),
  );
  return useQuery({
    ...options,
    enabled,
    placeholderData: (before: PreviewPage | undefined) => (before?.table === table ? before : undefined),
  });
}

/** The revision whose rows are on screen already; what is drawn from large samples is asked for after them. */
function useShownRevision(): number {
  const session = useSessionId();
  const revision = useRevision();
  const shown = useDesigner((state) => (state.shown?.session === session ? state.shown.revision : undefined));
  return shown ?? revision;
}

export function useProfile(table: string, column: string, enabled: boolean) {
  const session = useSessionId();
  const options = atRevision(trpc.preview.profile.queryOptions({ session, table, column }), useShownRevision());
  return useQuery({
    ...options,
    enabled,
    placeholderData: (before: ColumnProfile | undefined) =>
      before?.table === table && before.column === column ? before : undefined,
  });
}

export function useSparks(table: string, enabled: boolean) {
  const session = useSessionId();
  const options = atRevision(trpc.preview.sparks.queryOptions({ session, table }), useShownRevision());
  return useQuery({
    ...options,
    enabled,
    placeholderData: (before: TableSparks | undefined) => (before?.table === table ? before : undefined),
  });
}

export interface Catalogue {
  readonly cards: readonly GeneratorCard[];
  readonly byId: ReadonlyMap<string, GeneratorCard>;
}

const noCards: readonly GeneratorCard[] = [];

export function useCatalogue(): Catalogue {
  const { data: cards = noCards } = useQuery(trpc.design.generators.queryOptions());
  return useMemo(() => ({ cards, byId: new Map(cards.map((card) => [card.id, card])) }), [cards]);
}

/** What an assignment of a rule to many columns would do; the answer before stays while another is on its way. */
export function useAssignment(columns: AssignmentRequest["columns"], rule: Rule | undefined) {
  const session = useSessionId();
  const options = atRevision(
    trpc.design.assignment.queryOptions(
      { session, columns, ...(rule ? { rule } : {}) },
      { trpc: { abortOnUnmount: true } },
    ),
    useRevision(),
  );
  return useQuery({ ...options, placeholderData: (before: Assignment | undefined) => before });
}

/** Rules that the source's values speak for: looked at anew each time that somebody asks. */
export function useValueRules() {
  const session = useSessionId();
  const options = trpc.design.valueRules.queryOptions({ session }, { trpc: { abortOnUnmount: true } });
  return useQuery({ ...options, gcTime: 0, staleTime: Infinity, retry: false });
}

/** What expressions of a table's columns may name; as lasting as the open source. */
export function useScope(table: string) {
  const session = useSessionId();
  return useQuery(trpc.design.scope.queryOptions({ session, table }));
}

export const trialRows = 4;

/** Values that a rule would give the column, without giving it the rule. */
export function useTrial(table: string, column: string, rule: GenerateRule | undefined, row: number) {
  const session = useSessionId();
  const shown: GenerateRule = rule ?? { kind: "generate", generator: "", params: {} };
  const options = atRevision(
    trpc.design.trial.queryOptions(
      { session, table, column, rule: shown, start: row, count: trialRows },
      // A line of the picker that was scrolled away needs no values.
      { trpc: { abortOnUnmount: true } },
    ),
    useRevision(),
  );
  return useQuery({ ...options, enabled: rule !== undefined, retry: false });
}
