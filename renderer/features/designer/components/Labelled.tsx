import { useId, type ReactNode } from "react";

interface Props {
  readonly label: string;
  readonly help?: string | undefined;
  /** Takes the form's whole width. */
  readonly span?: boolean;
  readonly children: (id: string) => ReactNode;
}

/** A form field under its label. */
export function Labelled({ label, help, span = false, children }: Props): ReactNode {
  const id = useId();
  return (
    <div className={span ? "span" : undefined}>
      <label className="lbl clip" htmlFor={id} title={help}>
        {label}
      </label>
      {children(id)}
      {help === undefined ? null : <p className="fh">{help}</p>}
    </div>
  );
}
