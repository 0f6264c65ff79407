import { encodeUtf8 } from "../../base/utf8.ts";
import { putByte, putSlice, type TextSink } from "../text/text-sink.ts";
import { sizeOf, type PatternNode } from "./pattern-node.ts";

/** Appends the text with this number, 0 ≤ number < size; numbers count in mixed radix. */
export type WriteNumbered = (sink: TextSink, number: number) => void;
/** Appends a text made from random words, taken one after the other from `next` (each in [0, 1)). */
export type WriteDrawn = (sink: TextSink, next: () => number) => void;

type WriteChar = (sink: TextSink, which: number) => void;

function charWriter(points: readonly number[]): WriteChar {
  if (points.every((point) => point < 0x80)) {
    const bytes = Uint8Array.from(points);
    return (sink, which) => putByte(sink, bytes[which] ?? 63);
  }
  const encoded = points.map((point) => encodeUtf8(String.fromCodePoint(point)));
  return (sink, which) => {
    const bytes = encoded[which];
    if (bytes) putSlice(sink, bytes, 0, bytes.length);
  };
}

/** The writer of numbered texts of a pattern with fewer than 2^53 of them. */
export function numberedWriter(node: PatternNode): WriteNumbered {
  switch (node.kind) {
    case "chars":
      return charWriter(node.points);
    case "sequence": {
      const items = node.items.map((item) => ({ write: numberedWriter(item), size: sizeOf(item) }));
      // The last item changes fastest.
      let below = 1;
      const places = items.toReversed().map(({ write, size }) => {
        const place = { write, size, below };
        below *= size;
        return place;
      });
      places.reverse();
      return (sink, number) => {
        for (const { write, size, below } of places) write(sink, Math.floor(number / below) % size);
      };
    }
    case "choice": {
      const options = node.options.map((option) => ({ write: numberedWriter(option), size: sizeOf(option) }));
      return (sink, number) => {
        let rest = number;
        for (const { write, size } of options) {
          if (rest < size) return write(sink, rest);
          rest -= size;
        }
      };
    }
    case "repeat": {
      const write = numberedWriter(node.item);
      const size = sizeOf(node.item);
      return (sink, number) => {
        let rest = number;
        let count = node.min;
        for (; count < node.max && rest >= size ** count; count++) rest -= size ** count;
        for (let below = size ** (count - 1), k = 0; k < count; k++, below /= size)
          write(sink, Math.floor(rest / below) % size);
      };
    }
  }
}

/** The writer of drawn texts: every way out of a choice and every count of a repetition is equally likely. */
export function drawnWriter(node: PatternNode): WriteDrawn {
  switch (node.kind) {
    case "chars": {
      const write = charWriter(node.points);
      const size = node.points.length;
      return size === 1 ? (sink) => write(sink, 0) : (sink, next) => write(sink, Math.floor(next() * size));
    }
    case "sequence": {
      const items = node.items.map(drawnWriter);
      return (sink, next) => {
        for (const write of items) write(sink, next);
      };
    }
    case "choice": {
      const options = node.options.map(drawnWriter);
      return (sink, next) => options[Math.floor(next() * options.length)]?.(sink, next);
    }
    case "repeat": {
      const write = drawnWriter(node.item);
      const { min, max } = node;
      return (sink, next) => {
        const count = min === max ? min : min + Math.floor(next() * (max - min + 1));
        for (let k = 0; k < count; k++) write(sink, next);
      };
    }
  }
}
