import { IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { MaskedPage } from "../../../../shared/api/privacy-views.ts";
import { useSelection } from "../../../state/session-store.ts";
import { peopleWords } from "./people-words.ts";

/** What the rows on screen show beyond their cells: why the selected column is as it is, or who stands in several rows. */
export function PeopleNote({ page }: { readonly page: MaskedPage }): ReactNode {
  const { column: selected } = useSelection();
  const people = peopleWords(page);
  const reason = page.columns.find(({ name }) => name === selected)?.reason;
  return (
    <div className="masked-note sm t2">
      {people === undefined ? null : (
        <span className="row">
          <IconInfoCircle className="i i-sm" stroke={1.5} aria-hidden="true" />
          {people}
        </span>
      )}
      {reason === undefined ? null : (
        <span className="row masked-reason" aria-live="polite">
          <b className="med">{selected}</b> {reason}
        </span>
      )}
    </div>
  );
}
