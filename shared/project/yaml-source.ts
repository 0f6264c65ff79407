import { Composer, Lexer, LineCounter, Parser, type Document, type ErrorCode } from "yaml";
import { SeedloomError } from "../base/errors.ts";
import { sourceTree, type SourceNode } from "./source-tree.ts";

// What a hand-written project cannot reach, and what parses in seconds even when the file was made to hurt.
const maxCharacters = 4_000_000;
const maxLexemes = 1_000_000;
const maxDepth = 64;

/** A YAML text with its tree and the way to say where something stands in it. */
export interface YamlSource {
  readonly fileName: string;
  readonly document: Document.Parsed;
  readonly root: SourceNode;
  /** "line 12, column 14 of seedloom.yaml" for an offset into the text. */
  place(offset: number): string;
}

/** yaml's codes as a clause about the place; its own messages quote the file, which may hold what no log should. */
const syntaxClauses: Partial<Record<ErrorCode, string>> = {
  ALIAS_PROPS: "an alias (*name) cannot have a tag or an anchor",
  BAD_ALIAS: "an alias (*name) is malformed",
  BAD_COLLECTION_TYPE: "a tag does not fit its value",
  BAD_DIRECTIVE: "a % directive is malformed",
  BAD_DQ_ESCAPE: "a quoted text has an escape sequence that YAML does not know",
  BAD_INDENT: "a bracket is not closed, or the indentation does not fit the lines above",
  BAD_PROP_ORDER: "an anchor or tag stands in the wrong place",
  BAD_SCALAR_START: "a text starts with a character that needs quotes",
  BLOCK_AS_IMPLICIT_KEY: "there is more than one `key: value` on one line",
  BLOCK_IN_FLOW: "an indented list or mapping stands inside brackets",
  DUPLICATE_KEY: "a key occurs twice",
  KEY_OVER_1024_CHARS: "a key is longer than 1024 characters",
  MISSING_CHAR: "a quote, bracket, comma or colon is missing",
  MULTILINE_IMPLICIT_KEY: "a key runs over several lines",
  MULTIPLE_ANCHORS: "a value has more than one anchor",
  MULTIPLE_DOCS: "there is more than one document in the file",
  MULTIPLE_TAGS: "a value has more than one tag",
  NON_STRING_KEY: "a key is not a text",
  TAB_AS_INDENT: "a tab is used for indentation",
  TAG_RESOLVE_FAILED: "a tag is unknown",
};

/**
 * Parses YAML with bounds on size, depth and aliases; never crashes and never touches a prototype.
 * @throws SeedloomError `project-syntax`, naming line and column.
 */
export function readYaml(text: string, fileName: string): YamlSource {
  if (text.length > maxCharacters) {
    throw new SeedloomError(
      "project-syntax",
      `${fileName} has ${text.length} characters; a project file has at most ${maxCharacters}.`,
      "Check that this is the right file.",
    );
  }
  const lines = new LineCounter();
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return `line ${line}, column ${Math.max(1, col)} of ${fileName}`;
  };
  refuseBinary(text, fileName);
  const document = compose(text, lines, place);
  const error = document.errors[0] ?? document.warnings[0];
  if (error !== undefined) {
    const clause = syntaxClauses[error.code] ?? "something stands where YAML does not expect it";
    throw new SeedloomError(
      "project-syntax",
      `YAML cannot be read at ${place(error.pos[0])}: ${clause}.`,
      "Correct the file and open it again.",
    );
  }
  return { fileName, document, root: sourceTree(document, place), place };
}

function refuseBinary(text: string, fileName: string): void {
  const nul = text.indexOf("\0");
  if (nul < 0) return;
  const before = text.slice(0, nul).split("\n");
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1} of ${fileName}`;
  throw new SeedloomError(
    "project-syntax",
    `There is a NUL character at ${place}.`,
    "Save the file as plain text in UTF-8.",
  );
}

function compose(text: string, lines: LineCounter, place: (offset: number) => string): Document.Parsed {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  // yaml composes recursively, so depth is bounded on the flat stream of tokens, before any recursion. Its own check for
  // duplicate keys is quadratic; sourceTree checks them instead.
  function* tokens() {
    let lexemes = 0;
    for (const lexeme of new Lexer().lex(text)) {
      yield* parser.next(lexeme);
      if (parser.stack.length > maxDepth || ++lexemes > maxLexemes) {
        const what = lexemes > maxLexemes ? "has too many parts" : `is nested more than ${maxDepth} levels deep`;
        throw new SeedloomError(
          "project-syntax",
          `The file ${what} at ${place(parser.offset)}.`,
          "Check that this is the right file.",
        );
      }
    }
    yield* parser.end();
  }
  const composer = new Composer({
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
    lineCounter: lines,
  });
  const documents = [...composer.compose(tokens(), true, text.length)];
  const first = documents[0];
  const second = documents[1];
  if (first === undefined) throw new SeedloomError("project-syntax", `There is no YAML in the file at ${place(0)}.`);
  if (second !== undefined) {
    const clause = syntaxClauses.MULTIPLE_DOCS;
    throw new SeedloomError(
      "project-syntax",
      `YAML cannot be read at ${place(second.range[0])}: ${clause}.`,
      "Keep the first document only.",
    );
  }
  return first;
}
