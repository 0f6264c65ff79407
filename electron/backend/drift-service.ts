import type { z } from "zod";
import type { driftInput, DriftView } from "../../shared/api/drift-views.ts";
import { SeedloomError } from "../../shared/base/errors.ts";
import { readModel } from "./open-model.ts";
import type { DriftService } from "./services.ts";
import type { Sessions } from "./sessions/session-service.ts";
import type { Connections } from "./storage/connections.ts";

/** The schemas of open projects, held against those that they were made for. */
export class Drifts implements DriftService {
  readonly #sessions: Sessions;
  readonly #connections: Connections;

  constructor(sessions: Sessions, connections: Connections) {
    this.#sessions = sessions;
    this.#connections = connections;
  }

  async compare({ session: id, renames, connection }: z.output<typeof driftInput>): Promise<DriftView> {
    const { project, schema, model } = this.#sessions.get(id);
    if (connection !== undefined) {
      const other = (await readModel(await this.#connections.address(connection))).model;
      if (other.engine !== model.engine) {
        throw new SeedloomError(
          "usage",
          "This database is of another kind than the one that the project was made for.",
          "Compare it with a database of the same kind.",
        );
      }
      return { report: schema.compare(project, renames, other), moved: [], dropped: [], set: [] };
    }
    const { project: moved, taken, ...said } = schema.migrate(project, renames);
    const { tables, scenarios, exports } = moved;
    return {
      report: schema.compare(project, renames),
      moved: said.moved,
      dropped: said.dropped,
      set: said.set,
      edit: { kind: "migrate", taken, tables, scenarios, exports },
    };
  }
}
