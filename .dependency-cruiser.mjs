// Who may import whom. Each rule is a row of the table of rooms: its name says the edge, its comment why it must not exist.
// Tests, and what is there for tests only, may reach into any room that they put together; what ships may not.
const testsOnly = "[.]test[.]tsx?$|/test-[^/]+[.]tsx?$|/small-design[.]ts$";
const shipped = { pathNot: testsOnly };
const from = (path) => ({ ...shipped, path });
const rooms = (...names) => `^(${names.join("|")})/`;

/** A file of shared/ that others may know by its shape: the contract of a plug-in, or of what a stage hands on. */
const contracts = [
  "^shared/generators/(generator|parameter)[.]ts$",
  "^shared/masks/mask[.]ts$",
  "^shared/encoders/encoder[.]ts$",
  "^shared/batches/batch[.]ts$",
  "^shared/plan/plan[.]ts$",
  "^shared/rules/(rule|problem|design)[.]ts$",
  "^shared/project/(project|project-edit)[.]ts$",
];

function forbid(name, comment, fromPath, to) {
  return { name, severity: "error", comment, from: from(fromPath), to };
}

export default {
  forbidden: [
    {
      name: "no-circles",
      severity: "error",
      comment: "Files that need each other are one file, or hide a third.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "nothing-unresolved",
      severity: "error",
      comment: "An import that cannot be found fails at run time only.",
      from: {},
      to: { couldNotResolve: true, pathNot: "[?](url|raw|worker|inline)$|^virtual:" },
    },
    {
      name: "ships-without-development-packages",
      severity: "error",
      comment:
        "A package under devDependencies is absent from what users install. (The window is bundled, so its packages are.)",
      from: { path: "^(shared|electron)/", pathNot: `${testsOnly}|^electron/(main|preload)/` },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },

    forbid("shared-knows-no-machine", "shared/ is pure: the same bytes in a window, a worker and CI.", "^shared/", {
      dependencyTypes: ["core"],
    }),
    forbid(
      "shared-knows-no-host",
      "shared/ is the foundation; the floors above import it, never the reverse.",
      "^shared/",
      {
        path: rooms("electron", "renderer", "e2e", "bench", "scripts"),
      },
    ),
    forbid(
      "base-is-a-leaf",
      "base holds helpers that every room may use without learning of another.",
      "^shared/base/",
      {
        path: "^shared/(?!base/)",
      },
    ),
    forbid("random-is-a-leaf", "Streams know keys and row numbers, nothing of tables or rules.", "^shared/random/", {
      path: "^shared/(?!(base|random)/)",
    }),
    forbid(
      "vectors-are-a-leaf",
      "Columns of values are the currency of all rooms, so they belong to none.",
      "^shared/vectors/",
      {
        path: "^shared/(?!(base|vectors)/)",
      },
    ),
    forbid("keyed-is-a-leaf", "Ciphers and keyed hashes know bytes and digits, nothing of masks.", "^shared/keyed/", {
      path: "^shared/(?!(base|keyed)/)",
    }),
    forbid(
      "privacy-is-a-leaf",
      "Figures of risk are about rows of codes, wherever they come from.",
      "^shared/privacy/",
      {
        path: "^shared/(?!(base|privacy)/)",
      },
    ),
    forbid(
      "expressions-know-no-stage",
      "An expression is text, types and values: what rules, plans or plug-ins make of it is theirs, and the window checks it too.",
      "^shared/expressions/",
      {
        path: "^shared/(?!(base|schema|vectors|expressions)/)",
      },
    ),
    forbid("schema-is-stage-1", "The schema model is there before any rule.", "^shared/schema/", {
      path: "^shared/(rules|plan|batches|encoders|generators|masks|expressions|project|api)/",
    }),
    forbid("rules-are-stage-2", "Rules come before the plan; catalogues of plug-ins are passed in.", "^shared/rules/", {
      path: "^shared/(plan|batches|encoders|generators|masks|api)/",
      pathNot: contracts,
    }),
    forbid("plan-is-stage-3", "A plan says what to do and knows nothing of the bytes.", "^shared/plan/", {
      path: "^shared/(batches|encoders|generators|masks|api)/",
      pathNot: contracts,
    }),
    forbid(
      "batches-are-stage-4",
      "Batches are made from a plan; formats and plug-ins are not their business.",
      "^shared/batches/",
      {
        path: "^shared/(encoders|generators|masks|api)/",
        pathNot: contracts,
      },
    ),
    forbid(
      "code-and-kits-are-beside-encoders",
      "Code is made from a plan and its rows, as a format's bytes are; plug-ins stay behind the plan's catalogue.",
      "^shared/(code|kits)/",
      {
        path: "^shared/(encoders|generators|masks|api)/",
        pathNot: contracts,
      },
    ),
    forbid(
      "encoders-are-stage-5",
      "An encoder sees a batch and bytes: a format must not change what a rule means.",
      "^shared/encoders/",
      {
        path: "^shared/(rules|plan|batches|generators|masks|api|project)/",
        pathNot: contracts,
      },
    ),
    forbid(
      "generators-know-no-stage",
      "A plug-in is one file against one contract; it works in any pipeline.",
      "^shared/generators/",
      {
        path: "^shared/(rules|plan|batches|encoders|masks|project|api)/",
        pathNot: contracts,
      },
    ),
    forbid(
      "masks-know-no-stage",
      "A plug-in is one file against one contract; it works in any pipeline.",
      "^shared/masks/",
      {
        path: "^shared/(rules|plan|batches|encoders|generators|project|api)/",
        pathNot: contracts,
      },
    ),
    forbid(
      "dialects-know-no-stage",
      "Quoting and type names are needed on both ends, so they depend on neither.",
      "^shared/dialects/",
      {
        path: "^shared/(rules|plan|batches|encoders|generators|masks|project|api)/",
        pathNot: contracts,
      },
    ),
    forbid(
      "drift-knows-no-run",
      "What a changed schema means for a project is said before any plan of it can be made.",
      "^shared/drift/",
      {
        path: "^shared/(plan|batches|encoders|generators|masks|api)/",
        pathNot: contracts,
      },
    ),
    forbid("project-knows-no-run", "The file format outlives the engine that runs it.", "^shared/project/", {
      path: "^shared/(plan|batches|encoders|generators|masks|api)/",
      pathNot: contracts,
    }),

    forbid("machine-knows-no-window", "The backend serves any window; it draws none.", "^electron/", {
      path: rooms("renderer", "e2e", "bench", "scripts"),
    }),
    forbid(
      "electron-only-in-main-and-preload",
      "Everything else must run where Electron's binary cannot: CI, the browser host, workers.",
      "^electron/(?!(main|preload)/)",
      { path: "^electron$|node_modules/electron/" },
    ),
    forbid(
      "backend-knows-no-host",
      "One backend, three hosts: they plug into it.",
      "^electron/(backend|drivers|jobs|sinks|window-files)/",
      {
        path: "^electron/(main|preload|browser-host|cli)/",
      },
    ),
    forbid("drivers-stand-alone", "A database is opened the same way whoever asks.", "^electron/drivers/", {
      path: "^electron/(backend|jobs|sinks)/",
    }),
    forbid("sinks-stand-alone", "A sink takes bytes; who runs the job is not its business.", "^electron/sinks/", {
      path: "^electron/(backend|jobs)/",
    }),
    forbid("jobs-know-no-backend", "A job runs for the window and for the command line alike.", "^electron/jobs/", {
      path: "^electron/backend/",
    }),
    forbid(
      "main-stands-alone",
      "Hosts never import each other: each must start without the others.",
      "^electron/main/",
      {
        path: "^electron/(preload|browser-host|cli)/",
      },
    ),
    forbid(
      "browser-host-stands-alone",
      "Hosts never import each other: each must start without the others.",
      "^electron/browser-host/",
      {
        path: "^electron/(main|preload|cli)/",
      },
    ),
    forbid("cli-stands-alone", "Hosts never import each other: each must start without the others.", "^electron/cli/", {
      path: "^electron/(main|preload|browser-host)/",
    }),
    forbid(
      "preload-is-a-pipe",
      "The preload carries text and grows no logic: it alone stands between page and machine.",
      "^electron/preload/",
      {
        pathNot: "^electron$|node_modules/electron/|^electron/preload/",
      },
    ),

    forbid("window-knows-no-machine", "The window runs in a sandbox: a Node module would not load.", "^renderer/", {
      dependencyTypes: ["core"],
    }),
    forbid(
      "window-sees-only-the-door",
      "Of the machine's side the window knows the router's type, nothing that runs.",
      "^renderer/",
      {
        path: "^electron/",
        pathNot: "^electron/backend/router[.]ts$",
      },
    ),
    forbid(
      "the-door-is-a-type",
      "Importing the router's code would bundle the backend into the window.",
      "^renderer/",
      {
        path: "^electron/backend/router[.]ts$",
        dependencyTypesNot: ["type-only"],
      },
    ),
    forbid("window-knows-no-outside", "Test and build code does not ship.", "^renderer/", {
      path: rooms("e2e", "bench", "scripts"),
    }),
    {
      name: "e2e-drives-from-outside",
      severity: "error",
      comment: "A test that imports the product tests something that no user can reach.",
      from: { path: "^e2e/" },
      to: { path: rooms("shared", "electron", "renderer", "bench") },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(out|dist)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"] },
  },
};
