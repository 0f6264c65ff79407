import { useState, type ReactNode } from "react";
import type { RiskView } from "../../../../shared/api/privacy-check-views.ts";
import { Dialog } from "../../../components/Dialog.tsx";

/** What the figures are taken over; `quasi` absent: what the findings suggest. */
export interface QuasiSettings {
  readonly quasi?: readonly string[];
  readonly sensitive?: string;
  readonly target: number;
}

interface Props {
  readonly risk: RiskView;
  readonly settings: QuasiSettings;
  readonly onChange: (settings: QuasiSettings) => void;
  readonly onClose: () => void;
}

const mostColumns = 6;

/** Chooses the columns that together could tell who somebody is, and the one that they must not tell. */
export function QuasiDialog({ risk, settings, onChange, onClose }: Props): ReactNode {
  const [quasi, setQuasi] = useState<readonly string[]>(risk.quasi);
  const [sensitive, setSensitive] = useState(settings.sensitive ?? "");
  const [target, setTarget] = useState(String(settings.target));
  const k = Number(target);
  const fits = Number.isInteger(k) && k >= 2 && k <= 1000;
  const toggle = (path: string): void =>
    setQuasi(quasi.includes(path) ? quasi.filter((one) => one !== path) : [...quasi, path]);
  return (
    <Dialog title={`Who could be singled out in ${risk.table}`} size={480} onClose={onClose}>
      <form
        aria-label="Columns"
        onSubmit={(event) => {
          event.preventDefault();
          if (fits) onChange({ quasi, target: k, ...(sensitive === "" ? {} : { sensitive }) });
        }}
      >
        <fieldset className="quasi-list">
          <legend className="lbl">Columns that others may know, {mostColumns} at most</legend>
          {risk.choices.map(({ path, looksLike }) => (
            <label key={path} className="row quasi-choice">
              <input
                type="checkbox"
                checked={quasi.includes(path)}
                disabled={!quasi.includes(path) && quasi.length >= mostColumns}
                onChange={() => toggle(path)}
              />
              <span className="clip">{path}</span>
              <span className="grow" />
              <span className="t3 sm">{looksLike}</span>
            </label>
          ))}
        </fieldset>
        <div className="row quasi-fields">
          <label className="grow">
            <span className="lbl">What they must not tell</span>
            <select
              className="field select"
              value={sensitive}
              onChange={(event) => setSensitive(event.currentTarget.value)}
            >
              <option value="">Nothing in particular</option>
              {risk.choices
                .filter(({ path }) => !quasi.includes(path))
                .map(({ path }) => (
                  <option key={path} value={path}>
                    {path}
                  </option>
                ))}
            </select>
          </label>
          <label>
            <span className="lbl">Target k</span>
            <span className={fits ? "field" : "field is-invalid"}>
              <input
                className="num"
                inputMode="numeric"
                size={5}
                value={target}
                aria-invalid={!fits}
                onChange={(event) => setTarget(event.currentTarget.value)}
              />
            </span>
          </label>
        </div>
        <div className="dialog-foot">
          <span className="grow t3 xs">{fits ? null : "A whole number from 2 to 1,000."}</span>
          <button type="button" className="btn" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="btn btn-primary" disabled={!fits}>
            Show figures
          </button>
        </div>
      </form>
    </Dialog>
  );
}
