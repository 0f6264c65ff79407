import { forgetRecentInput } from "../../../shared/api/inputs.ts";
import { procedure, router } from "../procedures.ts";

export const appRouter = router({
  info: procedure.query(({ ctx }) => ctx.info),
  recent: procedure.query(({ ctx }) => ctx.recents.list()),
  forgetRecent: procedure.input(forgetRecentInput).mutation(({ ctx, input }) => ctx.recents.forget(input.folder)),
});
