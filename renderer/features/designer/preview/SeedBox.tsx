import { IconDice5 } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { runCommand } from "../../../commands/command.ts";
import { edit, useDraft, useScenario } from "../../../state/session-store.ts";
import { boxWidth, ValueBox } from "../components/ValueBox.tsx";
import type { Parsed } from "../logic/parse-count.ts";

/** The project's seed: another number gives other values everywhere, the same number the same again. */
export function SeedBox(): ReactNode {
  const draft = useDraft();
  const scenario = useScenario();
  const seed = (scenario === null ? undefined : draft?.scenarios[scenario]?.seed) ?? draft?.seed ?? 0;
  return (
    <div className="row sb">
      <ValueBox
        label="Seed"
        prefix="Seed"
        width={boxWidth(String(seed), 58, 126)}
        align="end"
        floating
        text={String(seed)}
        parse={parseSeed}
        onCommit={(value) => edit({ kind: "set-seed", seed: value })}
      />
      <button
        type="button"
        className="ibtn"
        aria-label="New seed"
        title="New seed (Ctrl D)"
        onClick={() => runCommand("edit.new-seed")}
      >
        <IconDice5 className="i" stroke={1.5} aria-hidden="true" />
      </button>
    </div>
  );
}

function parseSeed(text: string): Parsed<number> {
  const plain = text.trim().replace(/(?<=\d)[_,\s](?=\d)/g, "");
  const value = Number(plain);
  if (!/^-?\d+$/.test(plain)) return { ok: false, cause: "A seed is a whole number" };
  if (!Number.isSafeInteger(value)) return { ok: false, cause: "At most 9,007,199,254,740,991" };
  return { ok: true, value };
}
