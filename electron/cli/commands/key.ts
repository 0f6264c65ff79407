import { maskKeyVariable, newMaskKey } from "../../backend/storage/mask-key.ts";
import type { AddCommand } from "../main.ts";

export const addKey: AddCommand = (program, terminal) => {
  program
    .command("key")
    .description("a new random key for masks; keep it where passwords are kept, never in the project")
    .action(async () => {
      terminal.note(
        `keep it safe, and set ${maskKeyVariable} to it: without it, nothing that was masked can be joined again.`,
      );
      await terminal.out(`${newMaskKey()}\n`);
    });
};
