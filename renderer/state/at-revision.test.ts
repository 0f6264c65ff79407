import { initTRPC } from "@trpc/server";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { z } from "zod";
import { atRevision } from "./at-revision.ts";

const t = initTRPC.create();
const asked: number[] = [];
const router = t.router({
  double: t.procedure.input(z.object({ n: z.number() })).query(({ input }) => {
    asked.push(input.n);
    return input.n * 2;
  }),
});
const queryClient = new QueryClient();
const trpc = createTRPCOptionsProxy<typeof router>({ router, ctx: {}, queryClient });

it("asks the same question again for another revision, and once for the same", async () => {
  const at = (revision: number) => ({
    ...atRevision(trpc.double.queryOptions({ n: 21 }), revision),
    staleTime: Infinity,
  });
  expect([await queryClient.fetchQuery(at(1)), await queryClient.fetchQuery(at(1))]).toEqual([42, 42]);
  expect(await queryClient.fetchQuery(at(2))).toBe(42);
  expect(asked).toEqual([21, 21]);
});

it("is still found by its path", () => {
  expect(queryClient.getQueriesData(trpc.double.pathFilter())).toHaveLength(2);
});
