/**
 * Aborts when the terminal or the system says stop, or the process that started this one is gone; a second Ctrl+C ends the
 * process at once. Call `release` when there is nothing left to stop.
 */
export function stopSignal(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(3);
    controller.abort();
  };
  const gone = (): void => controller.abort();
  for (const name of names) process.on(name, stop);
  process.on("disconnect", gone);
  return {
    signal: controller.signal,
    release() {
      for (const name of names) process.off(name, stop);
      process.off("disconnect", gone);
    },
  };
}
