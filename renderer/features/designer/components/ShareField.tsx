import type { ReactNode } from "react";
import { formatShare, parseShare, shareText } from "../logic/null-share.ts";
import type { Shared } from "../logic/targets.ts";
import { Labelled } from "./Labelled.tsx";
import { Slider } from "./Slider.tsx";
import { ValueBox } from "./ValueBox.tsx";

interface Props {
  readonly label: string;
  readonly help?: string;
  readonly shared: Shared<number>;
  readonly onChange: (share: number, gesture: string) => void;
}

/** A share of the rows: a slider, and the percentage to type. */
export function ShareField({ label, help, shared, onChange }: Props): ReactNode {
  const share = shared.mixed ? 0 : shared.value;
  return (
    <Labelled label={label} help={help} span>
      {(id) => (
        <span className="row fs-row">
          <Slider
            label={label}
            value={share}
            minimum={0}
            maximum={1}
            step={0.01}
            valueText={shared.mixed ? "mixed" : formatShare(share)}
            onChange={onChange}
          />
          <ValueBox
            id={id}
            width={48}
            align="end"
            floating
            quiet
            live
            text={shared.mixed ? "" : shareText(share)}
            {...(shared.mixed ? { placeholder: "mixed" } : {})}
            parse={parseShare}
            onCommit={onChange}
          />
        </span>
      )}
    </Labelled>
  );
}
