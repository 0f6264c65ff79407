import { listFolderInput, pickFileInput, revealInput } from "../../../shared/api/inputs.ts";
import { procedure, router } from "../procedures.ts";

export const filesRouter = router({
  list: procedure.input(listFolderInput).query(({ ctx, input }) => ctx.files.list(input)),
  pickDatabase: procedure.mutation(async ({ ctx }) => ({ path: await ctx.host.pickDatabase() })),
  pickFile: procedure
    .input(pickFileInput)
    .mutation(async ({ ctx, input }) => ({ path: await ctx.host.pickFile(input.title) })),
  pickFolder: procedure.mutation(async ({ ctx }) => ({ path: await ctx.host.pickFolder() })),
  reveal: procedure.input(revealInput).mutation(({ ctx, input }) => ctx.files.reveal(input.path)),
});
