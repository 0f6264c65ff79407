import { columnInput, pageInput, tableInput } from "../../../shared/api/inputs.ts";
import { procedure, router } from "../procedures.ts";

export const previewRouter = router({
  /** The rows of a masked table are the source's, and all others are made. */
  page: procedure
    .input(pageInput)
    .query(
      async ({ ctx, input, signal }) =>
        (await ctx.privacy.preview(input, signal ?? new AbortController().signal)) ?? (await ctx.sessions.page(input)),
    ),
  profile: procedure.input(columnInput).query(({ ctx, input }) => ctx.sessions.profile(input)),
  sparks: procedure.input(tableInput).query(({ ctx, input }) => ctx.sessions.sparks(input)),
});
