import { IconShieldLock } from "@tabler/icons-react";
import type { DriverView } from "../../../shared/api/load-views.ts";
import { choiceIcon, choiceKey, choiceWords, type Choice } from "./kinds.ts";

interface ChoiceListProps {
  readonly choices: readonly Choice[];
  readonly drivers: readonly DriverView[];
  readonly chosen: string;
  readonly onChoose: (choice: Choice) => void;
}

function Item({ choice, drivers, chosen, onChoose }: Omit<ChoiceListProps, "choices"> & { readonly choice: Choice }) {
  const key = choiceKey(choice);
  const Icon = choiceIcon(choice);
  const [name, note] = choiceWords(choice, drivers);
  const guarded = choice.kind === "kept" && choice.connection.protected;
  return (
    <label className={key === chosen ? "tgt cx-choice is-selected" : "tgt cx-choice"}>
      <input
        type="radio"
        name="connection-choice"
        className="vh"
        checked={key === chosen}
        onChange={() => onChoose(choice)}
      />
      <Icon className="i" stroke={1.5} aria-hidden="true" />
      <span className="nm clip" title={name}>
        {name}
      </span>
      {guarded ? <IconShieldLock className="i i-sm t3" stroke={1.5} role="img" aria-label="Protected" /> : <span />}
      <span className="sub clip">{note}</span>
    </label>
  );
}

/** Saved connections first, then what a new one can be. */
export function ChoiceList({ choices, ...rest }: ChoiceListProps) {
  const kept = choices.filter(({ kind }) => kind === "kept");
  const fresh = choices.filter(({ kind }) => kind !== "kept");
  const group = (label: string, items: readonly Choice[]) =>
    items.length === 0 ? null : (
      <div role="group" aria-label={label}>
        <div className="lbl cx-group">{label}</div>
        {items.map((choice) => (
          <Item key={choiceKey(choice)} choice={choice} {...rest} />
        ))}
      </div>
    );
  return (
    <div className="cx-list" role="radiogroup" aria-label="What to connect to">
      {group("Saved", kept)}
      {group(kept.length === 0 ? "Kind" : "New", fresh)}
    </div>
  );
}
