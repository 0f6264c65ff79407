import { describe, expect, it } from "vitest";
import { createUpdateQueue } from "./update-queue.ts";

/** A backend that answers when it is told to. */
function slowBackend() {
  const sent: string[] = [];
  const answers: { readonly ok: () => void; readonly refuse: () => void }[] = [];
  const send = (state: string): Promise<string> => {
    sent.push(state);
    return new Promise((resolve, reject) => {
      answers.push({ ok: () => resolve(`${state} taken`), refuse: () => reject(new Error("refused")) });
    });
  };
  return { sent, answers, send };
}
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("sending edits", () => {
  it("keeps one under way and skips what is out of date", async () => {
    const { sent, answers, send } = slowBackend();
    const accepted: string[] = [];
    const queue = createUpdateQueue({ send, accepted: (state: string) => accepted.push(state), failed: () => false });
    queue.push("a");
    queue.push("ab");
    queue.push("abc");
    expect(sent).toEqual(["a"]);
    answers[0]?.ok();
    await turn();
    expect(sent).toEqual(["a", "abc"]);
    answers[1]?.ok();
    await queue.idle();
    expect(accepted).toEqual(["a", "abc"]);
  });

  it("keeps a refused edit and sends it on a retry", async () => {
    const { sent, answers, send } = slowBackend();
    const queue = createUpdateQueue({ send, accepted: () => undefined, failed: () => false });
    queue.push("a");
    answers[0]?.refuse();
    await queue.idle();
    queue.retry();
    expect(sent).toEqual(["a", "a"]);
  });

  it("sends the newer edit rather than the one that was refused", async () => {
    const { sent, answers, send } = slowBackend();
    const queue = createUpdateQueue({ send, accepted: () => undefined, failed: () => true });
    queue.push("a");
    queue.push("ab");
    answers[0]?.refuse();
    await turn();
    expect(sent).toEqual(["a", "ab"]);
  });

  it("tells how often it has failed in a row", async () => {
    const attempts: number[] = [];
    const queue = createUpdateQueue({
      send: () => Promise.reject(new Error("refused")),
      accepted: () => undefined,
      failed: (_error, attempt) => {
        attempts.push(attempt);
        return attempt < 3;
      },
    });
    queue.push("a");
    await queue.idle();
    expect(attempts).toEqual([1, 2, 3]);
  });
});
