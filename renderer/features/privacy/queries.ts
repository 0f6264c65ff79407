import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { FindingsView, KeyView, MaskedPage } from "../../../shared/api/privacy-views.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import type { PolicyId } from "../../../shared/rules/personal/policy-id.ts";
import { client, trpc } from "../../host/api.ts";
import { atRevision } from "../../state/at-revision.ts";
import { refreshSession, useDraft, useRevision, useSession, useSessionId } from "../../state/session-store.ts";
import { countDecisions, findingsUnder, type DecisionCounts } from "./findings-of.ts";
import { usePrivacy } from "./privacy-store.ts";

export function useFindings() {
  const session = useSessionId();
  const options = atRevision(trpc.privacy.findings.queryOptions({ session }), useRevision());
  return useQuery({
    ...options,
    enabled: session !== "",
    placeholderData: (before: FindingsView | undefined) => before,
  });
}

const none: readonly PolicyId[] = [];

/** The policies that the project is under. */
export const usePolicies = (): readonly PolicyId[] => useDraft()?.policies ?? none;

/** How many findings of the chosen policies were decided, and how. */
export function useDecisionCounts(): DecisionCounts {
  const { data } = useFindings();
  const policies = usePolicies();
  return useMemo(() => countDecisions(findingsUnder(data?.findings ?? [], policies)), [data, policies]);
}

/** Looks at the source's values, once a session, as soon as the screen is there. */
export function useScan(): { readonly scanning: boolean; readonly error: unknown; readonly again: () => void } {
  const session = useSessionId();
  const connected = useSession((state) => state.view?.source.connected) ?? false;
  const queries = useQueryClient();
  const { data } = useFindings();
  const { mutate, isPending, isIdle, error, variables } = useMutation({
    ...trpc.privacy.scan.mutationOptions(),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: trpc.privacy.pathKey() });
      // What was found by values is among the problems now, and the rows of the source are counted.
      refreshSession(await client.projects.view.query({ session }));
    },
  });
  const fresh = isIdle || variables?.session !== session;
  const wanted = connected && data !== undefined && data.scanned === undefined && fresh;
  useEffect(() => {
    if (wanted) mutate({ session });
  }, [wanted, mutate, session]);
  return { scanning: isPending, error, again: () => mutate({ session }) };
}

/** Rows on one page of the masked preview. */
export const pageRows = 10;

/** Rows before and after masking. Nothing of them outlives the screen; hidden source values are not even asked for. */
export function useMaskedPage(table: string, start: number, enabled: boolean) {
  const session = useSessionId();
  const source = !usePrivacy((state) => state.hidden);
  const input = { session, table, start, count: pageRows, source };
  const options = atRevision(trpc.privacy.page.queryOptions(input, { trpc: { abortOnUnmount: true } }), useRevision());
  return useQuery({
    ...options,
    enabled,
    gcTime: 0,
    placeholderData: (before: MaskedPage | undefined) =>
      before?.table === table && (source || before.columns.every((column) => column.source === undefined))
        ? before
        : undefined,
  });
}

export function useMaskChoices(table: string, column: string, enabled: boolean) {
  const session = useSessionId();
  const options = atRevision(trpc.privacy.choices.queryOptions({ session, table, column }), useRevision());
  return useQuery({ ...options, enabled });
}

/** What a mask would give the rows on screen; the source is not asked for them again. */
export function useMaskTrial(table: string, column: string, rule: Rule) {
  const session = useSessionId();
  const start = usePrivacy((state) => state.start[table] ?? 0);
  const input = { session, table, column, rule, start, count: pageRows };
  const options = atRevision(trpc.privacy.trial.queryOptions(input, { trpc: { abortOnUnmount: true } }), useRevision());
  return useQuery({ ...options, retry: false, gcTime: 0 });
}

export function usePolicyEdits(policies: readonly PolicyId[]) {
  const session = useSessionId();
  const options = atRevision(trpc.privacy.policy.queryOptions({ session, policies: [...policies] }), useRevision());
  return useQuery({ ...options, enabled: policies.length > 0 });
}

export function useKey() {
  const session = useSessionId();
  return useQuery({ ...trpc.privacy.key.queryOptions({ session }), enabled: session !== "" });
}

/** Takes up what a change of the key has answered: what was masked under another is asked for anew. */
export function useTakeKey(): (key: KeyView) => void {
  const session = useSessionId();
  const queries = useQueryClient();
  return (key) => {
    queries.setQueryData(trpc.privacy.key.queryKey({ session }), key);
    void queries.invalidateQueries({ queryKey: trpc.privacy.page.pathKey() });
    void queries.invalidateQueries({ queryKey: trpc.privacyChecks.pathKey() });
    void queries.invalidateQueries({ queryKey: trpc.preview.pathKey() });
  };
}
