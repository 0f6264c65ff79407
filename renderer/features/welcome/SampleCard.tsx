import { IconBolt, IconLock } from "@tabler/icons-react";
import { KeyIcon } from "../../components/KeyIcon.tsx";
import { IconByName } from "../../components/IconByName.tsx";
import { openSample } from "../../state/project-actions.ts";
import { useOpening } from "../../state/opening-store.ts";
import type { SampleColumn } from "./sample-column.ts";
import { sampleRow, sampleRowNumber } from "./sample-row.ts";
import { formatInteger } from "../../components/format.ts";

/** Name patterns (`*email*`) stand in the type of code. */
function Because({ text }: { readonly text: string }) {
  return text.split(/(\*\S+\*)/u).map((part) => (part.startsWith("*") ? <code key={part}>{part}</code> : part));
}

function SampleColumnRow({ column }: { readonly column: SampleColumn }) {
  return (
    <tr>
      <td className="demo-key">
        <KeyIcon keyKind={column.key} valueKind={column.valueKind} />
      </td>
      <td className="med demo-name">{column.name}</td>
      <td>
        <span className="chip">
          <i className={`chip-icon c-${column.family}`}>
            <IconByName name={column.icon} />
          </i>
          <span>{column.rule}</span>
        </span>
      </td>
      <td className="t2" title={column.because}>
        <Because text={column.because} />
      </td>
      <td className="is-col">{column.value ?? <span className="nul">NULL</span>}</td>
    </tr>
  );
}

/** One click to data, and what a first look at it will be: a row of the sample's customers, as its export writes it. */
export function SampleCard() {
  const { name } = useOpening();
  return (
    <section className="demo" aria-label="Sample shop">
      <header>
        <div className="grow">
          <h2>Sample shop</h2>
          <p className="sm t2">8 tables with customers, orders and payments. No setup.</p>
        </div>
        <button
          type="button"
          className="btn btn-primary btn-lg"
          disabled={name !== null}
          aria-keyshortcuts="Enter"
          onClick={() => void openSample()}
        >
          {name === "the sample shop" ? "Opening the sample shop" : "Try the sample shop"}
          <kbd className="kbd-on-accent">Enter</kbd>
        </button>
      </header>
      <table className="grid">
        <caption className="vh">The sample&apos;s customers with the rules chosen for its columns</caption>
        <colgroup>
          <col style={{ width: 44 }} />
          <col style={{ width: 108 }} />
          <col style={{ width: 160 }} />
          <col />
          <col style={{ width: 228 }} />
        </colgroup>
        <thead>
          <tr>
            <th>
              <span className="vh">Key or type</span>
            </th>
            <th className="demo-name">Column</th>
            <th>Rule, chosen for you</th>
            <th>Because</th>
            <th className="is-col">Row {formatInteger(sampleRowNumber)}</th>
          </tr>
        </thead>
        <tbody>
          {sampleRow.map((column) => (
            <SampleColumnRow key={column.name} column={column} />
          ))}
        </tbody>
      </table>
      <footer className="sm t2">
        <span className="row">
          <IconBolt className="i i-sm" stroke={1.5} aria-hidden="true" />
          Any row at once, row 50,000,000 too
        </span>
        <span className="grow" />
        <span className="row">
          <IconLock className="i i-sm" stroke={1.5} aria-hidden="true" />
          same seed, same row
        </span>
      </footer>
    </section>
  );
}
