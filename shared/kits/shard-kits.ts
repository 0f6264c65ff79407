import { z } from "zod";
import { SeedloomError } from "../base/errors.ts";
import { parameter } from "../generators/parameter.ts";
import { defineKit, type KitContext } from "./kit.ts";
import { heading, shellWord } from "./words.ts";

const common = {
  shards: parameter(z.int().min(1).max(9999).default(8), {
    label: "Shards",
    help: "How many parts the files are made in.",
  }),
  target: parameter(z.string().default(""), {
    label: "Export",
    help: "The project's export that is run; where empty, its only one that has rows. It must be a format whose parts join.",
  }),
};
const kubernetesOptions = z.strictObject({
  ...common,
  image: parameter(z.string().min(1).default("registry.example.com/seedloom:latest"), {
    label: "Image",
    help: "Has Node, Seedloom at /seedloom and the project at /project.",
  }),
  claim: parameter(z.string().min(1).default("test-data"), {
    label: "Volume claim",
    help: "The volume that all parts are written to.",
  }),
});
type Kubernetes = z.infer<typeof kubernetesOptions>;
const sparkOptions = z.strictObject(common);
type Spark = z.infer<typeof sparkOptions>;

/** The export that is run, by name: the project has more, for the kit is one itself. */
function exportOf({ targets, exportable }: KitContext, { target }: { readonly target: string }): string {
  const only = targets.length === 1 ? targets[0] : undefined;
  const meant = target === "" ? only : targets.find((name) => name === target);
  if (meant !== undefined) return meant;
  throw new SeedloomError(
    "export-blocked",
    target === ""
      ? `A kit of shards runs one export, and the project has ${targets.length === 0 ? "none" : targets.length} with rows.`
      : `The project has no export named ${target} with rows.`,
    targets.length > 0
      ? `Say which with \`target\`: ${targets.join(", ")}.`
      : exportable
        ? "Add one."
        : "Add one whose tables are all generated: rows of the source are masked in a single run.",
  );
}

/** One part: number and count as arguments, or the number on standard input, as Spark's pipe gives it. */
const shardScript = ({ project }: Pick<KitContext, "project">, target: string): string => `#!/bin/sh
# ${heading}
# shard.sh COUNT [NUMBER]: makes part NUMBER of COUNT in OUT; without it, the parts whose numbers are on standard input.
set -eu
count=$1
make_part() {
  node "$SEEDLOOM_HOME/bin/seedloom.mjs" export ${shellWord(project)} --target ${shellWord(target)} \\
    --out "$OUT/part-$1" --shard "$1/$count" >&2
  echo "part-$1"
}
if [ $# -gt 1 ]; then
  make_part "$2"
else
  while read -r number; do make_part "$number"; done
fi
`;

/** The parts in order are the files that a single run would have written, byte for byte. */
const joinScript = `#!/bin/sh
# ${heading}
# join.sh COUNT: puts the parts in OUT together, in order, as OUT/whole.
set -eu
count=$1
mkdir -p "$OUT/whole"
(cd "$OUT/part-1" && find . -type f ! -name manifest.json) | while read -r file; do
  mkdir -p "$OUT/whole/$(dirname "$file")"
  number=1
  while [ "$number" -le "$count" ]; do
    cat "$OUT/part-$number/$file"
    number=$((number + 1))
  done > "$OUT/whole/$file"
done
`;

/** An Indexed Job: each pod writes one part, and nobody tells the others anything. */
export const kubernetesJob = defineKit<Kubernetes>({
  id: "kubernetes-job",
  label: "Kubernetes Indexed Job",
  help: "A Job in which each pod makes one part of the files, and a script that joins them.",
  group: "Many machines",
  options: kubernetesOptions,
  files: (context, { shards, target, image, claim }) => [
    {
      path: "job.yaml",
      text: `# ${heading}
# kubectl apply --kustomize . && kubectl wait --for=condition=complete job/test-data; then OUT=… sh join.sh ${shards}
apiVersion: batch/v1
kind: Job
metadata:
  name: test-data
spec:
  completionMode: Indexed
  completions: ${shards}
  parallelism: ${shards}
  backoffLimitPerIndex: 2
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: seedloom
          image: ${image}
          command: ["sh", "-c", "sh /kit/shard.sh ${shards} $((JOB_COMPLETION_INDEX + 1))"]
          env:
            - { name: SEEDLOOM_HOME, value: /seedloom }
            - { name: OUT, value: /out }
          volumeMounts:
            - { name: out, mountPath: /out }
            - { name: kit, mountPath: /kit }
      volumes:
        - name: out
          persistentVolumeClaim:
            claimName: ${claim}
        - name: kit
          configMap:
            name: test-data-kit
`,
    },
    {
      path: "kustomization.yaml",
      text: `# ${heading}
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources: [job.yaml]
configMapGenerator:
  - name: test-data-kit
    files: [shard.sh]
generatorOptions:
  disableNameSuffixHash: true
`,
    },
    { path: "shard.sh", text: shardScript({ project: "/project" }, exportOf(context, { target })) },
    { path: "join.sh", text: joinScript },
  ],
});

/** Spark has each part made by a task, through a pipe. */
export const sparkPipe = defineKit<Spark>({
  id: "spark-pipe",
  label: "Spark pipe",
  help: "A Spark program in which each task makes one part of the files, and a script that joins them.",
  group: "Many machines",
  options: sparkOptions,
  files: (context, { shards, target }) => [
    {
      path: "make_parts.py",
      text: `# ${heading}
# spark-submit --files shard.sh make_parts.py; OUT is a folder that all machines see.
import os

from pyspark.sql import SparkSession

SHARDS = ${shards}

spark = SparkSession.builder.appName("test-data").getOrCreate()
environment = {name: os.environ[name] for name in ("SEEDLOOM_HOME", "OUT", "PATH")}
numbers = spark.sparkContext.parallelize(range(1, SHARDS + 1), SHARDS)
made = numbers.pipe(f"sh shard.sh {SHARDS}", env=environment, checkCode=True).collect()
print(f"{len(made)} of {SHARDS} parts are made.")
`,
    },
    { path: "shard.sh", text: shardScript(context, exportOf(context, { target })) },
    { path: "join.sh", text: joinScript },
  ],
});
