/** What {@link createUpdateQueue} works with; `send` is told the newest state only. */
export interface UpdateQueueOptions<T, R> {
  send(state: T): Promise<R>;
  accepted(state: T, result: R): void;
  /** Returns whether to send again at once. */
  failed(error: unknown, attempts: number): boolean | Promise<boolean>;
}

export interface UpdateQueue<T> {
  /** Sends `state` as soon as nothing is under way; a newer one takes the place of one that waits. */
  push(state: T): void;
  /** Sends again what failed, if nothing newer went through since. */
  retry(): void;
  /** Settles when nothing is under way. */
  idle(): Promise<void>;
}

/** Updates in order, one at a time, the newest state only: however fast edits come, the backend is at most one behind. */
export function createUpdateQueue<T, R>(options: UpdateQueueOptions<T, R>): UpdateQueue<T> {
  let waiting: { readonly state: T } | undefined;
  let running: Promise<void> | undefined;
  let attempts = 0;

  async function drain(): Promise<void> {
    while (waiting) {
      const { state } = waiting;
      waiting = undefined;
      try {
        options.accepted(state, await options.send(state));
        attempts = 0;
      } catch (error) {
        attempts++;
        waiting ??= { state };
        if (!(await options.failed(error, attempts))) break;
      }
    }
    running = undefined;
  }

  function start(): void {
    if (waiting) running ??= drain();
  }

  return {
    push(state) {
      waiting = { state };
      attempts = 0;
      start();
    },
    retry: start,
    idle: async () => running,
  };
}
