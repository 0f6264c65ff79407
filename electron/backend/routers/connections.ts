import {
  connectionInput,
  parseAddressInput,
  saveConnectionInput,
  testConnectionInput,
} from "../../../shared/api/inputs.ts";
import { procedure, router } from "../procedures.ts";

export const connectionsRouter = router({
  list: procedure.query(({ ctx }) => ctx.connections.list()),
  save: procedure.input(saveConnectionInput).mutation(({ ctx, input }) => ctx.connections.save(input)),
  remove: procedure.input(connectionInput).mutation(({ ctx, input }) => ctx.connections.remove(input.connection)),
  test: procedure.input(testConnectionInput).mutation(({ ctx, input }) => ctx.connections.test(input)),
  /** The form for an address that was pasted. */
  parse: procedure.input(parseAddressInput).mutation(({ ctx, input }) => ctx.connections.parse(input.address)),
});
