import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PreviewPage, SessionView } from "../../../../shared/api/views.ts";
import { openSession, sessionStore } from "../../../state/session-store.ts";
import { usePreviewRows } from "./use-preview-rows.ts";

interface Asked {
  readonly start: number;
  answer(value: string): void;
}

// The backend's side of the door: what was asked, answered when the test says so.
const asked = vi.hoisted((): Asked[] => []);
vi.mock("../../../host/api.ts", () => ({
  trpc: {
    preview: {
      page: {
        queryOptions: (input: { readonly table: string; readonly start: number; readonly count: number }) => ({
          queryKey: [["preview", "page"], { input, type: "query" }],
          queryFn: () =>
            new Promise<PreviewPage>((resolve) => {
              const { table, start, count } = input;
              const revision = sessionStore.getState().view?.revision ?? 0;
              const answer = (value: string): void => {
                const cells = Array.from({ length: count }, (_, row) => `${value} ${start + row}`);
                resolve({
                  revision,
                  table,
                  rowCount: 1000,
                  start,
                  columns: [{ name: "a", align: "start", cells, written: true }],
                  elapsed: 1,
                });
              };
              asked.push({ start, answer });
            }),
        }),
      },
    },
  },
}));

const view = (session: string): SessionView => ({
  session,
  revision: 1,
  name: "shop",
  source: { label: "shop.sqlite", engine: "sqlite", connected: true },
  project: {
    seedloom: 1,
    source: "shop.sqlite",
    seed: 1,
    now: "today",
    locales: {},
    tables: {},
    scenarios: {},
    exports: [],
  },
  tables: [],
  views: [],
  problems: [],
  availableLocales: [],
});
let sessions = 0;

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  // What one test has seen is none of the next one's business.
  openSession(view(`s${sessions++}`));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const wait = async (milliseconds: number): Promise<void> =>
  act(async () => void (await vi.advanceTimersByTimeAsync(milliseconds)));

function preview() {
  const client = new QueryClient();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  return renderHook(({ first }) => usePreviewRows("orders", first, 12, 1000, 100), {
    wrapper,
    initialProps: { first: 0 },
  });
}
const cell = (rows: ReturnType<typeof usePreviewRows>, index: number): string | null | undefined => {
  const found = rows.row(index);
  return found?.page.columns[0]?.cells[found.offset];
};

describe("the preview's rows", () => {
  it("show what they were until an edit's values are there", async () => {
    const { result } = preview();
    asked[0]?.answer("old");
    await wait(1);
    expect(cell(result.current, 3)).toBe("old 3");
    act(() => sessionStore.setState(({ view: now }) => ({ view: now && { ...now, revision: 2 } })));
    await wait(200);
    expect([cell(result.current, 3), result.current.late]).toEqual(["old 3", false]);
    asked[1]?.answer("new");
    await wait(1);
    expect(cell(result.current, 3)).toBe("new 3");
  });

  it("say that they are late after 80 ms only", async () => {
    const { result } = preview();
    await wait(60);
    expect(result.current.late).toBe(false);
    await wait(40);
    expect(result.current.late).toBe(true);
    asked[0]?.answer("x");
    await wait(1);
    expect([result.current.late, cell(result.current, 0)]).toEqual([false, "x 0"]);
  });

  it("are asked for by blocks, both of two that are in view", async () => {
    const { result, rerender } = preview();
    rerender({ first: 895 });
    expect(asked.map(({ start }) => start)).toEqual([0, 800, 900]);
    asked[2]?.answer("y");
    await wait(1);
    expect([cell(result.current, 899), cell(result.current, 900)]).toEqual([undefined, "y 900"]);
  });
});
