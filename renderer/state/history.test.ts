import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyHistory, record, stepBack, stepForward, type History } from "./history.ts";

describe("undo and redo", () => {
  it("leads back to where one was and forward again, whatever was done", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 60 }), (states) => {
        let now = -1;
        let history: History<number> = emptyHistory;
        for (const next of states) {
          history = record(history, `to ${next}`, now);
          now = next;
        }
        const labels: string[] = [];
        for (let back = stepBack(history, now); back; back = stepBack(history, now)) {
          ({ state: now, history } = back);
          labels.unshift(back.label);
        }
        expect(now).toBe(-1);
        expect(labels).toEqual(states.map((state) => `to ${state}`));
        for (let on = stepForward(history, now); on; on = stepForward(history, now)) ({ state: now, history } = on);
        expect(now).toBe(states.at(-1));
      }),
    );
  });

  it("makes one step of a gesture", () => {
    let history: History<string> = record(emptyHistory, "drag", "before", "g1");
    history = record(history, "drag", "midway", "g1");
    history = record(history, "drag", "far", "g2");
    expect(history.past.map(({ snapshot }) => snapshot)).toEqual(["before", "far"]);
  });

  it("forgets what was undone once something else is done", () => {
    const back = stepBack(record<string>(emptyHistory, "a", "0"), "1");
    expect(back && record(back.history, "b", back.state).future).toEqual([]);
  });

  it("keeps a bounded number of steps", () => {
    let history: History<number> = emptyHistory;
    for (let k = 0; k < 1000; k++) history = record(history, "x", k);
    expect(history.past).toHaveLength(200);
    expect(history.past.at(-1)?.snapshot).toBe(999);
  });
});
