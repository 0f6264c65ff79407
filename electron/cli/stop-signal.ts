/**
 * One Ctrl+C arrives several times where a program that started this one passes it on: the terminal tells the whole group.
 * Milliseconds within which all of them are the same.
 */
const sameStop = 1000;

/**
 * Aborts when the terminal or the system says stop, or the process that started this one is gone; a second Ctrl+C ends the
 * process at once. Call `release` when there is nothing left to stop.
 */
export function stopSignal(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  let stoppedAt: number | undefined;
  const stop = (): void => {
    if (stoppedAt !== undefined && performance.now() - stoppedAt > sameStop) process.exit(3);
    stoppedAt ??= performance.now();
    controller.abort();
  };
  const gone = (): void => controller.abort();
  for (const name of names) process.on(name, stop);
  process.on("disconnect", gone);
  return {
    signal: controller.signal,
    release() {
      process.off("disconnect", gone);
      // What is passed on late must not end a program that has its last words and its exit code to give.
      if (stoppedAt !== undefined) return;
      for (const name of names) process.off(name, stop);
    },
  };
}
