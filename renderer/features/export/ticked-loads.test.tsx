import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { useTickedLoads } from "./ticked-loads.ts";

beforeEach(() => localStorage.clear());

const ticked = (session: string, folder?: string) =>
  renderHook((props: { readonly session: string; readonly folder?: string }) => useTickedLoads(props), {
    initialProps: { session, ...(folder === undefined ? {} : { folder }) },
  });

test("what a run loads is remembered for the folder that the project is saved into, and for no other", () => {
  const { result, rerender } = ticked("a");
  act(() => result.current.toggle("shop"));
  expect([...result.current.loads]).toEqual(["shop"]);
  rerender({ session: "a", folder: "/home/anna/shop" });
  expect([...ticked("b", "/home/anna/shop").result.current.loads]).toEqual(["shop"]);
  expect([...ticked("c", "/home/anna/other").result.current.loads]).toEqual([]);
  act(() => result.current.toggle("shop"));
  expect([...ticked("d", "/home/anna/shop").result.current.loads]).toEqual([]);
});
