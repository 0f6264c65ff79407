import { dockerCompose, testcontainersNode, testcontainersPython } from "./container-kits.ts";
import type { Kit } from "./kit.ts";
import { kubernetesJob, sparkPipe } from "./shard-kits.ts";
import { beforeAll, playwrightReseed, pytestRollback, vitestRollback } from "./test-kits.ts";
import { githubActions, gitlabCi } from "./workflow-kits.ts";

/** The kits, in the order in which the window lists them. */
export const kits: readonly Kit[] = [
  pytestRollback,
  vitestRollback,
  playwrightReseed,
  beforeAll,
  testcontainersNode,
  testcontainersPython,
  dockerCompose,
  githubActions,
  gitlabCi,
  kubernetesJob,
  sparkPipe,
];

/** The kit with this id. */
export const kitById = (id: string): Kit | undefined => kits.find((kit) => kit.id === id);
