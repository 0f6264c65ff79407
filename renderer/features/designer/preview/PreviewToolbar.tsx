import { IconLock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { formatInteger } from "../../../components/format.ts";
import type { TableView } from "../../../../shared/api/views.ts";
import { PinRowButton } from "../../scenarios/PinRowButton.tsx";
import { LocaleMenu } from "./LocaleMenu.tsx";
import { RowJump } from "./RowJump.tsx";
import { SeedBox } from "./SeedBox.tsx";

interface Props {
  readonly table: TableView;
  readonly rowCount: number;
  readonly page: number;
}

export function PreviewToolbar({ table, rowCount, page }: Props): ReactNode {
  return (
    <div className="toolbar pv-toolbar" role="group" aria-label="Preview controls">
      <h2>Preview</h2>
      <RowJump rowCount={rowCount} page={page} />
      <PinRowButton table={table} />
      <span className="grow" />
      <SeedBox />
      <LocaleMenu />
      <span className="vsep pv-same" />
      <span
        className="row sm t2 pv-same"
        title={`An export writes these same values, in row ${formatInteger(Math.max(1, rowCount))} too.`}
      >
        <IconLock className="i i-sm" stroke={1.5} aria-hidden="true" />
        Same as export
      </span>
    </div>
  );
}
