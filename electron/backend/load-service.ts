import type { z } from "zod";
import type { loadInput, LoadRequest } from "../../shared/api/inputs.ts";
import type { LoadPreview, LoadResult } from "../../shared/api/load-views.ts";
import type { SchemaModel } from "../../shared/schema/schema-model.ts";
import type { Target } from "../drivers/driver.ts";
import { openTarget } from "../drivers/open-source.ts";
import type { JobManager } from "../jobs/job-manager.ts";
import { runLoad } from "../jobs/load-run.ts";
import { prepareLoad } from "../jobs/prepare-load.ts";
import { openTrial } from "../jobs/trial.ts";
import { defaultWorkers, type WorkerPool } from "../jobs/worker-pool.ts";
import { loadSpec } from "./loads.ts";
import type { MaskedRuns } from "./privacy/masked-runs.ts";
import type { LoadService } from "./services.ts";
import type { Sessions } from "./sessions/session-service.ts";
import type { Connections } from "./storage/connections.ts";

/** Loads of the open projects into databases. A job takes the project as it is at its start. */
export class Loads implements LoadService {
  readonly #manager: JobManager;
  readonly #sessions: Sessions;
  readonly #connections: Connections;
  readonly #pool: WorkerPool;
  readonly #masked: MaskedRuns;

  constructor(manager: JobManager, sessions: Sessions, connections: Connections, pool: WorkerPool, masked: MaskedRuns) {
    this.#manager = manager;
    this.#sessions = sessions;
    this.#connections = connections;
    this.#pool = pool;
    this.#masked = masked;
  }

  async preview({ session: id, request }: z.output<typeof loadInput>, signal: AbortSignal): Promise<LoadPreview> {
    const session = this.#sessions.get(id);
    const asked = loadSpec(session, request);
    const spec = { ...asked, rowOverrides: await this.#masked.rowCounts(session, asked, signal) };
    const address = await this.#address(request);
    const confirm = address === undefined ? undefined : await this.#connections.protectedName(address);
    const target = await open(address, session.model, signal);
    try {
      const { files, promise } = await prepareLoad(spec, target, signal);
      const tables = files.map(({ table: { id: table, rowCount, cycle } }) => ({
        table,
        rows: rowCount,
        cyclic: cycle !== null,
      }));
      return {
        target: { label: target.label, engine: target.engine, server: await target.server() },
        tables,
        rows: tables.reduce((sum, { rows }) => sum + rows, 0),
        ...promise,
        ...(confirm === undefined ? {} : { confirm }),
      };
    } finally {
      await target.close();
    }
  }

  async start({ session: id, request }: z.output<typeof loadInput>): Promise<string> {
    const session = this.#sessions.get(id);
    const spec = loadSpec(session, request);
    const address = await this.#address(request);
    if (address !== undefined) await this.#connections.confirm(address, request.confirm);
    // Nobody reads what is thrown away.
    const leakCheck = address === undefined ? "off" : request.leakCheck;
    return this.#manager.start(async (signal, progress) => {
      const target = await open(address, session.model, signal);
      try {
        const asked = { signal, leakCheck, target };
        const { tables, rows, promise, proof } = await this.#masked.run(session, spec, asked, (ready, feed) =>
          runLoad(ready, {
            target,
            pool: this.#pool,
            workers: defaultWorkers(),
            prove: request.proof || address === undefined,
            signal,
            progress,
            ...(feed === undefined ? {} : { feed }),
          }),
        );
        // Of a trial it matters what its engine could not try, and not what becomes of a database that is thrown away.
        const notes = address === undefined ? (await target.server()).limits : promise.notes;
        const load: Omit<LoadResult, "elapsed"> = {
          target: target.label,
          tables,
          rows,
          notes,
          ...(proof === undefined ? {} : { proof }),
        };
        return { load };
      } finally {
        await target.close();
      }
    }, "load");
  }

  /** Where a request loads into, password and all; undefined for a trial. */
  async #address({ to }: LoadRequest): Promise<string | undefined> {
    if ("trial" in to) return undefined;
    return "connection" in to ? await this.#connections.address(to.connection) : to.address;
  }
}

/** A trial's notes on what it leaves out are among the limits of its server. */
const open = (address: string | undefined, model: SchemaModel, signal: AbortSignal): Promise<Target> =>
  address === undefined ? openTrial(model, signal) : openTarget(address);
