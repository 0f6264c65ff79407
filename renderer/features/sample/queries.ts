import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { SampleChoices, SampleCounts } from "../../../shared/api/sample-views.ts";
import type { Sample } from "../../../shared/rules/sample-rule.ts";
import { trpc } from "../../host/api.ts";
import { atRevision } from "../../state/at-revision.ts";
import { useDraft, useRevision, useScenario, useSession, useSessionId } from "../../state/session-store.ts";

/** The sample that is set for a table, an edit that is on its way included. */
export function useSample(table: string): Sample | undefined {
  const draft = useDraft();
  const scenario = useScenario();
  const overlay = scenario === null ? undefined : draft?.scenarios[scenario]?.tables[table]?.sample;
  return overlay ?? draft?.tables[table]?.sample;
}

export function useSampleChoices(table: string) {
  const session = useSessionId();
  const options = atRevision(trpc.sampling.choices.queryOptions({ session, table }), useRevision());
  return useQuery({ ...options, placeholderData: (before: SampleChoices | undefined) => before });
}

/** The source is read once typing has paused. Milliseconds. */
const pause = 300;

/** How many rows each table's sample has, counted in the source; the counts before stay in view meanwhile. */
export function useSampleCounts() {
  const session = useSessionId();
  const revision = useRevision();
  const connected = useSession((state) => state.view?.source.connected) ?? false;
  const [settled, setSettled] = useState(revision);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(revision), pause);
    return () => clearTimeout(timer);
  }, [revision]);
  const options = atRevision(
    trpc.sampling.counts.queryOptions({ session }, { trpc: { abortOnUnmount: true } }),
    settled,
  );
  return useQuery({
    ...options,
    enabled: connected && session !== "",
    retry: false,
    placeholderData: (before: SampleCounts | undefined) => before,
  });
}

export function useWhyHere(table: string, row: number, enabled: boolean) {
  const session = useSessionId();
  const options = atRevision(
    trpc.sampling.why.queryOptions({ session, table, row }, { trpc: { abortOnUnmount: true } }),
    useRevision(),
  );
  // What the answer says of a source's keys does not outlive the look at it.
  return useQuery({ ...options, enabled, retry: false, gcTime: 0 });
}
