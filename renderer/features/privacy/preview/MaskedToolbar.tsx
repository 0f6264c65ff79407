import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { RowNumberBox } from "../../designer/components/RowNumberBox.tsx";
import { Segments } from "../../designer/components/Segments.tsx";
import { Switch } from "../../designer/components/Switch.tsx";
import { SampleBox } from "../../sample/SampleBox.tsx";
import { hideSource, showAs, startAt, usePrivacy } from "../privacy-store.ts";
import { pageRows } from "../queries.ts";

interface Props {
  readonly table: string;
  readonly rowCount: number;
  readonly start: number;
}

export function MaskedToolbar({ table, rowCount, start }: Props): ReactNode {
  const shown = usePrivacy((state) => state.shown);
  const hidden = usePrivacy((state) => state.hidden);
  const last = Math.max(0, rowCount - 1);
  return (
    <div className="toolbar masked-toolbar" role="group" aria-label="Masked preview controls">
      <h2 className="clip" title={table}>
        {table}
      </h2>
      <Segments
        label="Columns shown"
        value={shown}
        options={[
          { value: "pairs", label: "Side by side" },
          { value: "masked", label: "Masked" },
        ]}
        onChange={showAs}
      />
      <span className="grow" />
      <SampleBox table={{ id: table, name: table }} brief />
      <span className="vsep" />
      <span title="Hide source values (H)">
        <Switch label="Hide source values" checked={hidden} onChange={hideSource} />
      </span>
      <span className="vsep" />
      <RowNumberBox
        row={start}
        rowCount={rowCount}
        widest={120}
        grid=".masked-view"
        onCommit={(row) => startAt(table, row)}
      />
      <button
        type="button"
        className="ibtn ibtn-sm"
        aria-label="Previous rows"
        title="Previous rows"
        disabled={start === 0}
        onClick={() => startAt(table, start - pageRows)}
      >
        <IconChevronLeft className="i i-sm" stroke={1.5} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="ibtn ibtn-sm"
        aria-label="Next rows"
        title="Next rows"
        disabled={start + pageRows > last}
        onClick={() => startAt(table, start + pageRows)}
      >
        <IconChevronRight className="i i-sm" stroke={1.5} aria-hidden="true" />
      </button>
    </div>
  );
}
