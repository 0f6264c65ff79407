import type { ReactNode } from "react";
import type { MaskChoice } from "../../../../shared/api/privacy-views.ts";
import { useMaskTrial } from "../queries.ts";

interface Props {
  readonly table: string;
  readonly column: string;
  readonly choice: MaskChoice;
}

const shown = 3;

/** What a mask would give the rows on screen, before it is chosen. A menu may hold nothing but its entries, so it is only seen. */
export function MaskSample({ table, column, choice }: Props): ReactNode {
  const { data, error } = useMaskTrial(table, column, choice.rule);
  const words = data?.problem?.message ?? (error ? "no sample for this column" : undefined);
  return (
    <p className="mask-sample sm" aria-hidden="true">
      <span className="t2">{choice.label}:</span>{" "}
      {words ??
        data?.cells
          .slice(0, shown)
          .map((cell) => cell ?? "NULL")
          .join(" · ") ??
        "…"}
    </p>
  );
}
