import { describe, expect, it } from "vitest";
import type { PreviewPage } from "../../../../shared/api/views.ts";
import { BlockCache, blockRows, blocksOf } from "./block-cache.ts";

const page = (revision: number, start = 0): PreviewPage => ({
  revision,
  table: "orders",
  rowCount: 1000,
  start,
  columns: [],
  elapsed: 1,
});

describe("blocks of rows", () => {
  it("fetches what is in view and no more", () => {
    expect(blocksOf(0, 12, 1000, 100)).toEqual([0]);
    expect(blocksOf(95, 12, 1000, 100)).toEqual([0, 1]);
    expect(blocksOf(990, 12, 1000, 100)).toEqual([9]);
    expect(blocksOf(999_999_999_990, 12, 1e12, 100)).toEqual([9_999_999_999]);
    expect(blocksOf(0, 12, 0, 100)).toEqual([]);
    expect(blocksOf(0, 0.4, 5, 100)).toEqual([0]);
  });

  it("asks for fewer rows of a wide table", () => {
    expect([blockRows(12), blockRows(300), blockRows(1000)]).toEqual([100, 50, 25]);
  });
});

describe("the block cache", () => {
  it("keeps what was seen until newer values come, and never goes back", () => {
    const cache = new BlockCache(10);
    cache.put("s", 0, page(3));
    cache.put("s", 0, page(2));
    expect(cache.get("s", "orders", 0)?.revision).toBe(3);
    cache.put("s", 0, page(4));
    expect(cache.get("s", "orders", 0)?.revision).toBe(4);
  });

  it("keeps projects, tables and blocks apart", () => {
    const cache = new BlockCache(10);
    cache.put("s", 0, page(1));
    expect(cache.get("t", "orders", 0)).toBeUndefined();
    expect(cache.get("s", "customers", 0)).toBeUndefined();
    expect(cache.get("s", "orders", 1)).toBeUndefined();
  });

  it("holds the blocks that were used last", () => {
    const cache = new BlockCache(2);
    for (const block of [0, 1, 2]) cache.put("s", block, page(1, block * 100));
    expect(cache.size).toBe(2);
    expect(cache.get("s", "orders", 0)).toBeUndefined();
    expect(cache.get("s", "orders", 2)).toBeDefined();
  });
});
