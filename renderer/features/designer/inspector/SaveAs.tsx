import { IconBookmarkPlus } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { NameForm } from "./NameForm.tsx";

/** Makes a generator of the project of a rule, once it has a name. */
export function SaveAs({ onSave }: { readonly onSave: (label: string) => void }): ReactNode {
  const [open, setOpen] = useState(false);
  if (open) return <NameForm initial="" action="Save" onName={onSave} onClose={() => setOpen(false)} />;
  return (
    <section className="cu">
      <button type="button" className="btn btn-sm btn-quiet" onClick={() => setOpen(true)}>
        <IconBookmarkPlus className="i i-sm" stroke={1.5} aria-hidden="true" />
        Save as custom generator…
      </button>
    </section>
  );
}
