/**
 * Runs tasks ahead, at most `ahead` of them at a time, and yields their outcomes in the order of the tasks. The next task is
 * asked for only when there is room, so a slow taker slows the makers down. Ends with the signal's reason once it is aborted,
 * without waiting for tasks under way.
 */
export async function* inOrder<T, R>(
  tasks: Iterable<T>,
  ahead: number,
  run: (task: T) => Promise<R>,
  signal: AbortSignal,
): AsyncGenerator<R, void, undefined> {
  const aborted = whenAborted(signal);
  const underWay: Promise<R>[] = [];
  const iterator = tasks[Symbol.iterator]();
  let more = true;
  try {
    for (;;) {
      signal.throwIfAborted();
      while (more && underWay.length < ahead) {
        const next = iterator.next();
        if (next.done === true) more = false;
        else {
          const outcome = run(next.value);
          // It is awaited in its turn; until then its failure is not unhandled.
          outcome.catch(() => undefined);
          underWay.push(outcome);
        }
      }
      const first = underWay.shift();
      if (first === undefined) return;
      yield await Promise.race([first, aborted.promise]);
    }
  } finally {
    aborted.forget();
  }
}

function whenAborted(signal: AbortSignal): { readonly promise: Promise<never>; forget(): void } {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  const abort = (): void => reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  return { promise, forget: () => signal.removeEventListener("abort", abort) };
}
