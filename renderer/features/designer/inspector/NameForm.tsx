import { IconBookmark } from "@tabler/icons-react";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";

interface NameFormProps {
  readonly initial: string;
  readonly action: string;
  readonly onName: (label: string) => void;
  readonly onClose: () => void;
}

/** Asks for a name in place: Enter takes it, Escape gives up. */
export function NameForm({ initial, action, onName, onClose }: NameFormProps): ReactNode {
  const [label, setLabel] = useState(initial);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const wanted = label.trim();
  const take = (): void => {
    if (wanted === "") return;
    if (wanted !== initial) onName(wanted);
    onClose();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === "Enter") take();
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
  };
  return (
    <section className="cu cu-name">
      <label className="field">
        <IconBookmark className="i i-sm" stroke={1.5} aria-hidden="true" />
        <input
          ref={input}
          // In a dialog Escape gives up the name first.
          data-mantine-stop-propagation
          className="vb-input"
          aria-label="Name of the custom generator"
          placeholder="Product code"
          maxLength={80}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          onKeyDown={press}
        />
      </label>
      <button type="button" className="btn btn-sm btn-primary" disabled={wanted === ""} onClick={take}>
        {action}
      </button>
      <button type="button" className="btn btn-sm" onClick={onClose}>
        Cancel
      </button>
    </section>
  );
}
