import { driftInput } from "../../../shared/api/drift-views.ts";
import { procedure, router } from "../procedures.ts";

export const driftRouter = router({
  // A mutation, since it may connect: a window asks for it when somebody wants to see it, and never by itself.
  compare: procedure.input(driftInput).mutation(({ ctx, input }) => ctx.drift.compare(input)),
});
