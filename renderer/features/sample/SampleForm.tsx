import { useState, type ReactNode } from "react";
import { whyNoCondition } from "../../../shared/plan/sample/sql-condition.ts";
import { isSampleRoot, type Sample } from "../../../shared/rules/sample-rule.ts";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { errorView } from "../../host/error-view.ts";
import { edit, useDraft, useSession } from "../../state/session-store.ts";
import { Labelled } from "../designer/components/Labelled.tsx";
import { Segments } from "../designer/components/Segments.tsx";
import { ValueBox } from "../designer/components/ValueBox.tsx";
import { parseCount, type Parsed } from "../designer/logic/parse-count.ts";
import { ChildrenList } from "./ChildrenList.tsx";
import { useSample, useSampleChoices, useSampleCounts } from "./queries.ts";
import { SampleCountList } from "./SampleCountList.tsx";
import { keysText, parseKeys, parseShare, wayOf, withChoice, type Way } from "./sample-words.ts";

/** All rows, or some: by a condition, a share, a number or their keys; what they bring; and what that comes to. */
export function SampleForm({ table }: { readonly table: string }): ReactNode {
  const sample = useSample(table);
  const { data: choices } = useSampleChoices(table);
  const { data: counts, error } = useSampleCounts();
  const others = useOtherRoots(table);
  const inForce = wayOf(sample);
  const standing: Way = inForce === "brought" && !others ? "every" : inForce;
  // Picked rows are none before the first is named.
  const [picking, setPicking] = useState(false);
  const way = picking ? "keys" : standing;

  const set = (choice: Pick<Sample, "where" | "share" | "rows" | "keys">, gesture?: string): void => {
    setPicking(false);
    edit({ kind: "set-sample", table, sample: withChoice(sample, choice) }, gesture);
  };
  const where = sample?.where === undefined ? {} : { where: sample.where };
  const choose = (next: Way): void => {
    setPicking(next === "keys");
    if (next === "brought") set({});
    // Where other tables are sampled, all rows of this one are a choice of its own.
    if (next === "every") set("where" in where || !others ? where : { share: 1 });
    if (next === "share") set({ ...where, share: 0.05 });
    if (next === "rows") set({ ...where, rows: 100 });
  };
  const key = choices?.key ?? [];

  return (
    <div className="col sb-body">
      <Segments
        label="Which rows are taken"
        value={way}
        options={[
          ...(others
            ? [{ value: "brought", label: "Brought", title: "Only what rows of other tables bring" } as const]
            : []),
          { value: "every", label: "All" },
          { value: "share", label: "Share" },
          { value: "rows", label: "Number" },
          {
            value: "keys",
            label: "Picked",
            disabled: key.length === 0,
            title: key.length === 0 ? "The table has no primary key" : undefined,
          },
        ]}
        onChange={choose}
      />
      {way === "share" ? (
        <Labelled
          label="Share of the rows"
          help="Drawn by the project's seed from their keys: the same rows on every engine."
        >
          {(id) => (
            <ValueBox
              id={id}
              unit="%"
              text={String(Number(((sample?.share ?? 0.05) * 100).toFixed(8)))}
              parse={parseShare}
              onCommit={(share, gesture) => set({ ...where, share }, gesture)}
            />
          )}
        </Labelled>
      ) : null}
      {way === "rows" ? (
        <Labelled
          label="Number of rows"
          help="Drawn from the whole table; a larger number keeps the rows of a smaller one."
        >
          {(id) => (
            <ValueBox
              id={id}
              text={String(sample?.rows ?? 100)}
              parse={(text) => parseCount(text, 1_000_000_000)}
              onCommit={(rows, gesture) => set({ ...where, rows }, gesture)}
            />
          )}
        </Labelled>
      ) : null}
      {way === "keys" ? (
        <Labelled
          label={`Rows by ${key.join(", ")}`}
          help={key.length > 1 ? "One row a line." : "With commas, or one a line."}
        >
          {(id) => (
            <ValueBox
              id={id}
              mono
              lines={2}
              text={keysText(sample?.keys ?? [])}
              parse={(text) => parseKeys(text, key)}
              onCommit={(keys, gesture) => set({ keys }, gesture)}
            />
          )}
        </Labelled>
      ) : null}
      {way === "keys" || way === "brought" ? null : <WhereField sample={sample} onSet={set} />}
      {choices === undefined || choices.children.length === 0 ? null : (
        <ChildrenList table={table} sample={sample} choices={choices} />
      )}
      {error === null ? null : <ErrorCallout error={errorView(error)} />}
      {counts === undefined || counts.tables.length === 0 || error !== null ? null : (
        <SampleCountList counts={counts} table={table} />
      )}
    </div>
  );
}

interface WhereProps {
  readonly sample: Sample | undefined;
  readonly onSet: (choice: Pick<Sample, "where" | "share" | "rows">, gesture?: string) => void;
}

function WhereField({ sample, onSet }: WhereProps): ReactNode {
  const engine = useSession((state) => state.view?.source.engine) ?? "sqlite";
  const { share, rows } = sample ?? {};
  const parse = (text: string): Parsed<string> => {
    const why = text.trim() === "" ? undefined : whyNoCondition(text, engine);
    return why === undefined ? { ok: true, value: text.trim() } : { ok: false, cause: `No condition: ${why}` };
  };
  return (
    <Labelled label="Only where" help="A condition in the source's own SQL. It is only ever read with.">
      {(id) => (
        <ValueBox
          id={id}
          mono
          placeholder="country = 'SE'"
          text={sample?.where ?? ""}
          parse={parse}
          onCommit={(where, gesture) =>
            onSet(
              {
                ...(where === "" ? {} : { where }),
                // A whole share says nothing beside a condition.
                ...(share === undefined || (share === 1 && where !== "") ? {} : { share }),
                ...(rows === undefined ? {} : { rows }),
              },
              gesture,
            )
          }
        />
      )}
    </Labelled>
  );
}

/** Whether another table chooses rows. */
function useOtherRoots(table: string): boolean {
  const draft = useDraft();
  return Object.entries(draft?.tables ?? {}).some(
    ([id, { mode, sample }]) => id !== table && mode === "mask" && sample !== undefined && isSampleRoot(sample),
  );
}
