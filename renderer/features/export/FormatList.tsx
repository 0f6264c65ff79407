import { IconBraces, IconFileTypeCsv, IconFileTypeSql, IconJson, type TablerIcon } from "@tabler/icons-react";
import type { ExportFormat } from "../../../shared/project/project.ts";

const formats: readonly {
  readonly id: ExportFormat;
  readonly label: string;
  readonly note: string;
  readonly Icon: TablerIcon;
}[] = [
  { id: "sql", label: "SQL", note: "Inserts, one file a table, in load order", Icon: IconFileTypeSql },
  { id: "csv", label: "CSV", note: "One file a table, with a header", Icon: IconFileTypeCsv },
  { id: "json", label: "JSON", note: "One array of objects a table", Icon: IconJson },
  { id: "ndjson", label: "NDJSON", note: "One object a line", Icon: IconBraces },
];

interface FormatListProps {
  readonly format: ExportFormat;
  readonly disabled: boolean;
  readonly onChange: (format: ExportFormat) => void;
}

export function FormatList({ format, disabled, onChange }: FormatListProps) {
  return (
    <div className="sidebar exp-formats" role="radiogroup" aria-labelledby="export-format">
      <div id="export-format" className="lbl">
        Format
      </div>
      {formats.map(({ id, label, note, Icon }) => (
        <label key={id} className={id === format ? "tgt is-selected" : "tgt"}>
          <input
            type="radio"
            name="format"
            className="radio-input"
            checked={id === format}
            disabled={disabled}
            onChange={() => onChange(id)}
          />
          <Icon className="i" stroke={1.5} aria-hidden="true" />
          <span className="nm">{label}</span>
          <span className="sub">{note}</span>
        </label>
      ))}
    </div>
  );
}
