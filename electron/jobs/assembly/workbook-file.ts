import { ZipFile } from "../../sinks/zip-file.ts";
import { nothing, type Assembled, type AssemblyRequest } from "./assembly.ts";
import { sheetNames } from "./sheet-names.ts";
import { sheetPath, workbookParts } from "./workbook-parts.ts";

/** A workbook with a sheet for each table that the file holds, in their order. */
export function workbookFile({ file, output }: Pick<AssemblyRequest, "file" | "output">): Assembled {
  const zip = new ZipFile(output);
  let begun = false;

  async function begin(): Promise<void> {
    if (begun) return;
    begun = true;
    for (const [path, text] of workbookParts(sheetNames(file.holds.map(({ id }) => id)))) await zip.add(path, text);
  }

  return {
    async write({ range, bytes, length }) {
      await begin();
      if (range.first) await zip.begin(sheetPath(range.part));
      await zip.write(bytes.subarray(0, length));
      if (range.last) await zip.end();
    },
    async finish() {
      await begin();
      await zip.finish();
    },
    close: nothing,
  };
}
