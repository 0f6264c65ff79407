/** Where a load stands that two threads know of. */
const [running, stopped, sealed] = [0, 1, 2] as const;

/**
 * Whether a load is stopped or made to stand: one of the two, decided once, whichever thread comes first. A message would not
 * do, since the thread of a connection hears none while SQLite works.
 */
export class StopFlag {
  /** To be handed to the other side, whose flag then has the same state. */
  readonly memory: SharedArrayBuffer;
  readonly #state: Int32Array;

  constructor(memory = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) {
    this.memory = memory;
    this.#state = new Int32Array(memory);
  }

  /** Before each load and each proof. */
  reset(): void {
    Atomics.store(this.#state, 0, running);
  }

  /** Asks for an end. False where it is too late: the load is being made to stand. */
  stop(): boolean {
    return Atomics.compareExchange(this.#state, 0, running, stopped) !== sealed;
  }

  /** Takes the last step. False where an end was asked for before. */
  seal(): boolean {
    return Atomics.compareExchange(this.#state, 0, running, sealed) !== stopped;
  }
}
