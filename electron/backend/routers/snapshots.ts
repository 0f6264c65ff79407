import { jobInput } from "../../../shared/api/inputs.ts";
import {
  databaseInput,
  databasesInput,
  diffSnapshotInput,
  restoreSnapshotInput,
  saveSnapshotInput,
  snapshotInput,
} from "../../../shared/api/snapshot-views.ts";
import { procedure, router } from "../procedures.ts";
import { trackedProgress, watchInput } from "./jobs.ts";

const never = (): AbortSignal => new AbortController().signal;

/** A save and a restore are jobs, with progress; a comparison is a mutation, which a window can stop. */
export const snapshotsRouter = router({
  list: procedure.query(({ ctx }) => ctx.snapshots.list()),
  databases: procedure.input(databasesInput).query(({ ctx, input }) => ctx.snapshots.databases(input.session)),
  tables: procedure.input(databaseInput).query(({ ctx, input }) => ctx.snapshots.tables(input.database)),
  save: procedure
    .input(saveSnapshotInput)
    .mutation(async ({ ctx, input }) => ({ job: await ctx.snapshots.save(input) })),
  restore: procedure
    .input(restoreSnapshotInput)
    .mutation(async ({ ctx, input }) => ({ job: await ctx.snapshots.restore(input) })),
  watch: procedure
    .input(watchInput)
    .subscription(({ ctx, input, signal }) => trackedProgress(ctx.snapshots.watch(input.job, signal ?? never()))),
  cancel: procedure.input(jobInput).mutation(({ ctx, input }) => ctx.snapshots.cancel(input.job)),
  diff: procedure
    .input(diffSnapshotInput)
    .mutation(({ ctx, input, signal }) => ctx.snapshots.diff(input, signal ?? never())),
  remove: procedure.input(snapshotInput).mutation(({ ctx, input }) => ctx.snapshots.delete(input.name)),
});
