import type { ToStringOptions } from "yaml";

/** How a person indents and pads their YAML, so that an edit leaves the rest of the file as it was. */
export function layoutOf(text: string): ToStringOptions {
  const indent =
    /^[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( +)[^\s#-]/m.exec(text)?.[1]?.length ?? 2;
  return {
    lineWidth: 0,
    indent: Math.min(8, Math.max(1, indent)),
    indentSeq: !/:[ \t]*(?:#[^\n]*)?\r?\n- /.test(text),
    flowCollectionPadding: !/\{[^\s}]/.test(text) || /\{ \S/.test(text),
  };
}

const squeezed = (line: string): string => {
  const indent = /^ */.exec(line)?.[0] ?? "";
  return (
    indent +
    line
      .slice(indent.length)
      .replaceAll(/[ \t]+/g, " ")
      .trimEnd()
  );
};

/**
 * `text` with every line that differs from one of the previous text in runs of spaces alone put back as it was: YAML's
 * writer closes the gap before a trailing comment. The caller must check that the meaning is still the same.
 */
export function keepSpacing(previousText: string, text: string): string {
  const places = new Map<string, { readonly index: number; readonly line: string }[]>();
  previousText.split("\n").forEach((raw, index) => {
    const line = raw.replace(/[ \t]*\r?$/, "");
    const key = squeezed(line);
    const found = places.get(key);
    if (found === undefined) places.set(key, [{ index, line }]);
    else found.push({ index, line });
  });
  let from = 0;
  return text
    .split("\n")
    .map((line) => {
      const place = places.get(squeezed(line))?.find(({ index }) => index >= from);
      if (place === undefined) return line;
      from = place.index + 1;
      return place.line;
    })
    .join("\n");
}
