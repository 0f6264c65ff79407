import {
  commitTargetsInput,
  compareTargetsInput,
  repositoryInput,
  runTargetsInput,
  targetFileInput,
} from "../../../shared/api/target-inputs.ts";
import { procedure, router } from "../procedures.ts";

export const targetsRouter = router({
  /** What an export may be by, with the form of each. */
  kinds: procedure.query(({ ctx }) => ctx.targets.kinds()),
  repository: procedure.input(repositoryInput).query(({ ctx, input }) => ctx.targets.repository(input)),
  /** The job is watched and cancelled with the others (jobs). */
  start: procedure.input(runTargetsInput).mutation(async ({ ctx, input }) => ({ job: await ctx.targets.start(input) })),
  /** What a dry run of a small project would tell; reads no source. */
  compare: procedure
    .input(compareTargetsInput)
    .query(({ ctx, input, signal }) => ctx.targets.compare(input, signal ?? AbortSignal.any([]))),
  /** A file of the last run, as it changes or whole. */
  file: procedure.input(targetFileInput).query(({ ctx, input }) => ctx.targets.file(input)),
  commit: procedure.input(commitTargetsInput).mutation(({ ctx, input }) => ctx.targets.commit(input)),
});
