import { SeedloomError } from "../../shared/base/errors.ts";
import { checkOptions } from "../../shared/encoders/check-options.ts";
import type { ExportKind } from "../../shared/generators/generator.ts";

/**
 * `--option name=value`, as the options of what is written: a value is a word, else the number, truth value or other JSON that
 * the option takes.
 * @throws SeedloomError `usage` naming the option that is unknown or not valid.
 */
export function readOptions(words: readonly string[], kind: ExportKind): Record<string, unknown> {
  const entries = words.map((word): readonly [string, unknown] => {
    const at = word.indexOf("=");
    if (at < 1)
      throw new SeedloomError("usage", `--option takes NAME=VALUE, not "${word}".`, `For example: ${example(kind)}.`);
    const name = word.slice(0, at);
    return [name, valueOf(word.slice(at + 1), kind, name)];
  });
  const options: Record<string, unknown> = Object.fromEntries(entries);
  checkOptions(kind, options);
  return options;
}

function valueOf(text: string, { options }: ExportKind, name: string): unknown {
  const schema = Object.hasOwn(options.shape, name) ? options.shape[name] : undefined;
  if (schema === undefined || schema.safeParse(text).success) return text;
  try {
    const value: unknown = JSON.parse(text);
    return schema.safeParse(value).success ? value : text;
  } catch {
    return text;
  }
}

function example({ options }: ExportKind): string {
  const [first] = Object.entries(options.parse({}));
  return first === undefined ? "header=false" : `${first[0]}=${String(first[1])}`;
}
