import { Popover } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { formatInteger } from "../../components/format.ts";
import { useSample, useSampleCounts } from "./queries.ts";
import { SampleForm } from "./SampleForm.tsx";
import { sampleText } from "./sample-words.ts";
import "./sample.css";

interface Props {
  readonly table: { readonly id: string; readonly name: string };
  /** Without the word before it, where room is scarce. */
  readonly brief?: boolean;
}

/** Which rows of the source a masked table takes, and how many those are. */
export function SampleBox({ table, brief = false }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const sample = useSample(table.id);
  const { data: counts } = useSampleCounts();
  const own = counts?.tables.find((one) => one.table === table.id);
  const words = sampleText(sample, own !== undefined);
  return (
    <>
      {brief ? null : <span className="t2 sm">Rows</span>}
      {own === undefined ? null : (
        <span className="sm sb-count" title={`${formatInteger(own.rows)} of ${formatInteger(own.of)} rows`}>
          {formatInteger(own.rows)} <span className="t3">of {formatInteger(own.of)}</span>
        </span>
      )}
      <Popover
        opened={open}
        onChange={setOpen}
        position="bottom-end"
        width={400}
        shadow="md"
        radius="lg"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <button
            type="button"
            className="btn btn-quiet sm sb-rule"
            aria-haspopup="dialog"
            aria-expanded={open}
            aria-label={`Rows of ${table.name}: ${words}`}
            title={`Choose the rows of the source that are taken: ${words}`}
            onClick={() => setOpen(!open)}
          >
            <span className="clip">{words}</span>
            <IconChevronDown className="i i-xs" stroke={1.5} aria-hidden="true" />
          </button>
        </Popover.Target>
        <Popover.Dropdown className="popover sb" aria-label={`Rows of ${table.name} from the source`}>
          <SampleForm table={table.id} />
        </Popover.Dropdown>
      </Popover>
    </>
  );
}
