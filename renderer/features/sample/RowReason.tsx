import { Popover } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { stepWords, type SampleStep } from "../../../shared/api/sample-views.ts";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { formatInteger } from "../../components/format.ts";
import { errorView } from "../../host/error-view.ts";
import { useSampleCounts, useWhyHere } from "./queries.ts";
import "./sample.css";

interface Props {
  readonly table: string;
  /** 0-based. */
  readonly row: number;
}

/** A row's number; of a sampled table it answers why the row is there. */
export function RowReason({ table, row }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const { data: counts } = useSampleCounts();
  const number = formatInteger(row + 1);
  if (counts?.tables.some((one) => one.table === table) !== true) return number;
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="right-start"
      width={340}
      shadow="md"
      radius="lg"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button
          type="button"
          className="sr-number"
          aria-haspopup="dialog"
          aria-expanded={open}
          aria-label={`Row ${number}: why is this row here?`}
          title="Why is this row here?"
          onClick={() => setOpen(!open)}
        >
          {number}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="popover sb" aria-label="Why is this row here?">
        <h3 className="sec-h sec-tight">Why is this row here?</h3>
        {open ? <Chain table={table} row={row} /> : null}
      </Popover.Dropdown>
    </Popover>
  );
}

/** The rows from one that was chosen to this one. */
function Chain({ table, row }: Props): ReactNode {
  const { data: chain, error } = useWhyHere(table, row, true);
  if (error) return <ErrorCallout error={errorView(error)} />;
  if (chain === undefined)
    return (
      <p className="sm t2" role="status">
        Following its keys…
      </p>
    );
  return (
    <ol className="sr-chain" tabIndex={0} aria-label="From a chosen row to this one">
      {chain.map((step, at) => (
        <li key={`${step.table} ${step.row}`}>
          <span className="sr-row">
            <b>{step.table}</b> row {formatInteger(step.row + 1)}
            {step.key === undefined ? null : <code className="t3"> {step.key}</code>}
          </span>
          <span className="t2 xs">{reasonOf(step, chain[at - 1])}</span>
        </li>
      ))}
    </ol>
  );
}

const reasonOf = (step: SampleStep, before: SampleStep | undefined): string =>
  stepWords(step, before).replace(/^./u, (first) => first.toUpperCase());
