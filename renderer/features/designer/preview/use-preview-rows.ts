import { useQueries } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { ErrorView, PreviewPage } from "../../../../shared/api/views.ts";
import { errorView } from "../../../host/error-view.ts";
import { trpc } from "../../../host/api.ts";
import { atRevision } from "../../../state/at-revision.ts";
import { useRevision, useSessionId } from "../../../state/session-store.ts";
import { showedRevision } from "../designer-store.ts";
import { BlockCache, blocksOf } from "../logic/block-cache.ts";

const cache = new BlockCache(120);
const skeletonDelay = 80;

export interface PreviewRows {
  /** The cells of a row in the page's column order, or undefined while they are not there. */
  row(index: number): { readonly page: PreviewPage; readonly offset: number } | undefined;
  /** Any page at hand: for column names and alignment. */
  readonly sample: PreviewPage | undefined;
  /** Rows have been missing for long enough to say so. */
  readonly late: boolean;
  readonly error: ErrorView | undefined;
  readonly elapsed: number | undefined;
}

/** The rows in view, fetched by block at the present revision; what was seen before stays until the new values are there. */
export function usePreviewRows(
  table: string,
  first: number,
  visible: number,
  rowCount: number,
  size: number,
): PreviewRows {
  const session = useSessionId();
  const revision = useRevision();
  const blocks = blocksOf(first, visible, rowCount, size);
  const answers = useQueries({
    queries: blocks.map((block) => {
      const start = block * size;
      const input = { session, table, start, count: Math.max(1, Math.min(size, rowCount - start)) };
      return atRevision(trpc.preview.page.queryOptions(input), revision);
    }),
  });
  const pages = new Map<number, PreviewPage>();
  blocks.forEach((block, index) => {
    const page = answers[index]?.data ?? cache.get(session, table, block);
    if (page) pages.set(block, page);
  });
  useEffect(() => {
    blocks.forEach((block, index) => {
      const page = answers[index]?.data;
      if (page) cache.put(session, block, page);
    });
  });
  const current = answers.every((answer) => answer.data !== undefined || answer.error !== null);
  useEffect(() => {
    if (current) showedRevision(session, revision);
  }, [current, session, revision]);
  const missing = blocks.some((block) => !pages.has(block));
  const late = useLate(missing, `${table} ${blocks[0] ?? 0}`);
  const failed = answers.find((answer) => answer.error !== null)?.error;
  const shown = pages.values().next().value;
  const sample = useLastPage(table, shown);
  return {
    row(index) {
      const block = Math.floor(index / size);
      const page = pages.get(block);
      const offset = index - block * size;
      return page && offset < (page.columns[0]?.cells.length ?? 0) ? { page, offset } : undefined;
    },
    sample,
    late,
    error: failed ? errorView(failed) : undefined,
    elapsed: answers.find((answer) => answer.data !== undefined)?.data?.elapsed,
  };
}

/** True once `waiting` has lasted for the delay; a new place starts the wait anew. */
function useLate(waiting: boolean, place: string): boolean {
  const [late, setLate] = useState<string | null>(null);
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setTimeout(() => setLate(place), skeletonDelay);
    return () => clearTimeout(timer);
  }, [waiting, place]);
  return waiting && late === place;
}

function useLastPage(table: string, page: PreviewPage | undefined): PreviewPage | undefined {
  const [last, setLast] = useState(page);
  if (page && page !== last) setLast(page);
  const known = page ?? last;
  return known?.table === table ? known : undefined;
}
