import type pg from "pg";
import { from } from "pg-copy-streams";

/** A COPY … FROM STDIN that is under way. */
export class CopyStream {
  readonly #stream: ReturnType<typeof from>;
  #failure: Error | undefined;
  /** Who waits for the server to take something. */
  #waiting: ((error: Error) => void) | undefined;

  constructor(client: pg.Client, statement: string) {
    this.#stream = client.query(from(statement));
    this.#stream.on("error", (error) => {
      this.#failure ??= error;
      this.#waiting?.(this.#failure);
    });
  }

  /** Sends a piece, and waits until there is room for the next. The bytes may be used anew afterwards. */
  write(bytes: Uint8Array): Promise<void> {
    // The socket may hold on to what it is given for longer than it says.
    const copy = Buffer.from(bytes);
    return this.#until((done) => this.#stream.write(copy, done));
  }

  /** Waits until the server has taken all rows and checked them. */
  finish(): Promise<void> {
    return this.#until((done) => {
      this.#stream.once("finish", () => done());
      this.#stream.end();
    });
  }

  /** Tells the server to drop what it has got. */
  stop(): void {
    if (!this.#stream.writableFinished) this.#stream.destroy(new Error("The load was stopped."));
  }

  /** What the server says of the stream comes as its error, whatever is being waited for. */
  #until(work: (done: (error?: Error | null) => void) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) {
        reject(this.#failure);
        return;
      }
      this.#waiting = reject;
      work((error) => {
        if (error) reject(this.#failure ?? error);
        else resolve();
      });
    });
  }
}
