import { configureGlobal } from "fast-check";

// Before every test file: properties look at the same examples in each run, so that what fails here fails everywhere, and nothing
// else does. SEEDLOOM_PROPERTIES is another seed, to look further.

configureGlobal({ seed: Number(process.env["SEEDLOOM_PROPERTIES"] ?? 20_261_122) });
