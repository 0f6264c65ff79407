import type { Faker } from "@faker-js/faker";
import { maxUtf8Length, writeUtf8 } from "../../base/utf8.ts";
import { childStream, streamOf } from "../../random/stream.ts";
import { textDictionary, type TextDictionary } from "../../vectors/text-dictionary.ts";
import { ensureRoom, type TextSink } from "../text/text-sink.ts";

/** Draws one text from a Faker that has just been keyed. */
export type DrawText = (faker: Faker) => string;

/** How many texts a pool has: what a method of one locale can give where texts must differ. */
export const poolSize = 65_536;
/** How many of them a column draws from: enough for the eye, few enough for the caches and for a run's start. */
export const drawnTexts = 8192;

/**
 * The texts of one method in one locale. Text k is what the method gives under key k, made when it is first asked for and
 * kept as bytes: faker's templates take 1 to 4 µs, a copy some nanoseconds. Which text a cell has depends on its address
 * alone, so pools are shared by all columns, tables and seeds.
 */
export interface Pool {
  /** The first {@link drawnTexts} texts as a dictionary; undefined where they are too long for one. */
  dictionary(): TextDictionary | undefined;
  /** Appends text `slot`, 0 ≤ slot < poolSize. */
  put(sink: TextSink, slot: number): void;
  text(slot: number): string;
}

/** A list of places for all texts of a pool, those of the first ones kept. */
function grown(few: Int32Array, fill: number): Int32Array<ArrayBuffer> {
  const all = new Int32Array(poolSize).fill(fill);
  all.set(few);
  return all;
}

/** Pools of one Faker: a form that is typed in makes one for every state of its fields. */
const mostPools = 500;

/** Longer texts take too much memory as equally wide entries. */
const longestListed = 48;

const pools = new WeakMap<Faker, Map<string, Pool>>();

/** The pool of a method: `key` names the method and its options. */
export function poolOf(faker: Faker, key: string, draw: DrawText): Pool {
  let ofFaker = pools.get(faker);
  if (!ofFaker) pools.set(faker, (ofFaker = new Map()));
  let pool = ofFaker.get(key);
  if (ofFaker.size > mostPools) ofFaker.clear();
  if (!pool) ofFaker.set(key, (pool = newPool(keyedText(faker, key, draw))));
  return pool;
}

/** The pool of what is made of another pool's texts: its text k is made of the other's text k. */
export function derivedPool(faker: Faker, key: string, base: Pool, make: (text: string) => string): Pool {
  const ofFaker = pools.get(faker) ?? new Map<string, Pool>();
  pools.set(faker, ofFaker);
  const pool = ofFaker.get(key) ?? newPool((slot) => make(base.text(slot)));
  ofFaker.set(key, pool);
  return pool;
}

function keyedText(faker: Faker, key: string, draw: DrawText): (slot: number) => string {
  const { k0, k1 } = childStream(streamOf(0, "faker"), key);
  return (slot) => {
    faker.seed([k0, k1 + slot]);
    return draw(faker);
  };
}

function newPool(text: (slot: number) => string): Pool {
  // Entries begin at multiples of 8 bytes and are padded, so that they are copied in words.
  // Most columns draw from the first texts only: the places of all are made when one beyond them is asked for.
  let starts = new Int32Array(drawnTexts).fill(-1);
  let lengths = new Int32Array(drawnTexts);
  let memory = new Uint8Array(4096);
  let view = new DataView(memory.buffer);
  let used = 0;
  const add = (slot: number): void => {
    const value = text(slot);
    const needed = used + maxUtf8Length(value) + 8;
    if (needed > memory.length) {
      const grown = new Uint8Array(Math.max(needed, memory.length * 2));
      grown.set(memory);
      memory = grown;
      view = new DataView(memory.buffer);
    }
    const end = writeUtf8(memory, used, value);
    starts[slot] = used;
    lengths[slot] = end - used;
    used = (end + 7) & ~7;
  };
  let listed: TextDictionary | null | undefined;
  return {
    text,
    dictionary() {
      if (listed === undefined) {
        const texts = Array.from({ length: drawnTexts }, (_, slot) => text(slot));
        listed = texts.some((one) => one.length > longestListed) ? null : textDictionary(texts);
      }
      return listed ?? undefined;
    },
    put(sink, slot) {
      if (slot >= starts.length) {
        starts = grown(starts, -1);
        lengths = grown(lengths, 0);
      }
      if (starts[slot] === -1) add(slot);
      const length = lengths[slot] ?? 0;
      const from = starts[slot] ?? 0;
      ensureRoom(sink, length + 8);
      // No UTF-8 text holds the bytes of a NaN with a payload, so a float64 carries 8 of them unchanged.
      for (let k = 0; k < length; k += 8) sink.view.setFloat64(sink.at + k, view.getFloat64(from + k, true), true);
      sink.at += length;
    },
  };
}
