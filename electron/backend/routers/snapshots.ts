import {
  databaseInput,
  databasesInput,
  diffSnapshotInput,
  restoreSnapshotInput,
  saveSnapshotInput,
  snapshotInput,
} from "../../../shared/api/snapshot-views.ts";
import { procedure, router } from "../procedures.ts";

const never = (): AbortSignal => new AbortController().signal;

/** What takes its time is a mutation, which a window can stop. */
export const snapshotsRouter = router({
  list: procedure.query(({ ctx }) => ctx.snapshots.list()),
  databases: procedure.input(databasesInput).query(({ ctx, input }) => ctx.snapshots.databases(input.session)),
  tables: procedure.input(databaseInput).query(({ ctx, input }) => ctx.snapshots.tables(input.database)),
  save: procedure
    .input(saveSnapshotInput)
    .mutation(({ ctx, input, signal }) => ctx.snapshots.save(input, signal ?? never())),
  restore: procedure
    .input(restoreSnapshotInput)
    .mutation(({ ctx, input, signal }) => ctx.snapshots.restore(input, signal ?? never())),
  diff: procedure
    .input(diffSnapshotInput)
    .mutation(({ ctx, input, signal }) => ctx.snapshots.diff(input, signal ?? never())),
  remove: procedure.input(snapshotInput).mutation(({ ctx, input }) => ctx.snapshots.delete(input.name)),
});
