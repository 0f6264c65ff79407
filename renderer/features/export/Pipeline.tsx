import { CopyButton } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";

/** The same run on the command line, to be copied. */
export function Pipeline({ lines, note }: { readonly lines: readonly string[]; readonly note: string }) {
  return (
    <section aria-label="In your pipeline">
      <h2 className="sec-h">In your pipeline</h2>
      <div className="exp-command">
        <code>{lines.map((line, k) => (k === 0 ? line : `  ${line}`)).join(" \\\n")}</code>
        <CopyButton value={lines.join(" ")}>
          {({ copied, copy }) => (
            <button
              type="button"
              className="ibtn ibtn-sm"
              title={copied ? "Copied" : "Copy"}
              aria-label={copied ? "Copied" : "Copy the command"}
              onClick={copy}
            >
              {copied ? (
                <IconCheck className="i i-sm c-ok" stroke={1.5} aria-hidden="true" />
              ) : (
                <IconCopy className="i i-sm" stroke={1.5} aria-hidden="true" />
              )}
            </button>
          )}
        </CopyButton>
      </div>
      <p className="xs t3 exp-note">{note}</p>
    </section>
  );
}
