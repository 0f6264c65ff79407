import { SingleBar } from "cli-progress";
import type { RunProgress } from "../jobs/run-progress.ts";
import { bytesInWords } from "../sinks/bytes-in-words.ts";
import type { Terminal } from "./terminal.ts";
import { duration, grouped } from "./words.ts";

export interface ProgressBar {
  show(now: () => RunProgress): void;
  end(): void;
}

const tickMs = 100;

/** A bar on standard error where people watch it; else nothing. */
export function progressBar(terminal: Terminal): ProgressBar {
  if (!terminal.watched) return { show: () => undefined, end: () => undefined };
  const bar = new SingleBar({
    format: "{bar} {share}%  {written} of {all} rows  {bytes}  {left}",
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    barCompleteChar: "━",
    barIncompleteChar: "─",
    barsize: 30,
    linewrap: false,
  });
  const begin = performance.now();
  let last = -tickMs;
  let started = false;
  return {
    show(read) {
      const now = performance.now();
      if (now - last < tickMs) return;
      last = now;
      const { rows, totalRows, bytes, phase } = read();
      // An engine that copies a whole database counts no rows.
      if (phase === "copying") return;
      const elapsed = (now - begin) / 1000;
      const payload = {
        share: totalRows === 0 ? 100 : Math.floor((100 * rows) / totalRows),
        written: grouped(rows),
        all: grouped(totalRows),
        bytes: bytesInWords(bytes),
        left: rows > 0 && elapsed > 1 ? `${duration((elapsed / rows) * (totalRows - rows))} left` : "",
      };
      if (started) bar.update(rows, payload);
      else bar.start(Math.max(1, totalRows), rows, payload);
      started = true;
    },
    end() {
      if (started) bar.stop();
    },
  };
}
