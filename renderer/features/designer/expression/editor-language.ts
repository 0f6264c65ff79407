import {
  autocompletion,
  completionKeymap,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import { linter, type Diagnostic } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import {
  Decoration,
  EditorView,
  keymap,
  MatchDecorator,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from "@codemirror/view";
import { completionsAt, type Completion } from "../../../../shared/expressions/completions.ts";
import type { ExpressionScope } from "../../../../shared/expressions/scope.ts";
import { bestFirst, nameBefore, type EditorLanguage, type Verdict } from "./expression-words.ts";

/** Milliseconds without a key after which half an expression is called wrong. */
export const calm = 600;

const words = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\b\d+(?:\.\d+)?\b|\b(?:true|false|null|in)\b|[A-Za-z_]\w*(?=\()/g;
const fields = /\{\{.*?\}\}/gs;

function classOf(text: string): string {
  if (/^["']/.test(text)) return "ex-text";
  if (/^\d/.test(text)) return "ex-number";
  return /^(?:true|false|null|in)$/.test(text) ? "ex-word" : "ex-call";
}

/** Colours by class, which the style sheet knows for light and dark. */
function colours(language: EditorLanguage): Extension {
  const matcher = new MatchDecorator(
    language === "template"
      ? { regexp: fields, decoration: Decoration.mark({ class: "ex-field" }) }
      : { regexp: words, decoration: ([text]) => Decoration.mark({ class: classOf(text) }) },
  );
  return ViewPlugin.define(
    (view): { decorations: DecorationSet; update(update: ViewUpdate): void } => ({
      decorations: matcher.createDeco(view),
      update(update) {
        this.decorations = matcher.updateDeco(update, this.decorations);
      },
    }),
    { decorations: (plugin) => plugin.decorations },
  );
}

const kinds: Readonly<Record<Completion["kind"], string>> = {
  column: "Columns",
  parent: "Parents",
  figure: "Owned rows",
  "built-in": "Row",
  function: "Functions",
};
const sections = Object.fromEntries(
  Object.entries(kinds).map(([kind, name], rank) => [kind, { name, rank }]),
) as Readonly<Record<Completion["kind"], { readonly name: string; readonly rank: number }>>;

/** Names while they are typed, with their types, and functions with help. */
function complete(scope: () => ExpressionScope | undefined, language: EditorLanguage) {
  return (context: CompletionContext): CompletionResult | null => {
    const known = scope();
    const before = nameBefore(context.state.sliceDoc(0, context.pos), language);
    if (!known || before === undefined || (before === "" && !context.explicit && !justOpened(context))) return null;
    return {
      from: context.pos - before.length,
      // Sorted here: what begins so comes before what has it within, a column before a function.
      filter: false,
      getMatch: ({ label }) => {
        const at = label.toLowerCase().indexOf(before.toLowerCase());
        return at < 0 || before === "" ? [] : [at, at + before.length];
      },
      options: bestFirst(completionsAt(known, before), before).map(({ label, apply, kind, detail, help, example }) => ({
        label,
        apply,
        detail,
        type: kind,
        ...(before === "" ? { section: sections[kind] } : {}),
        ...(help === undefined ? {} : { info: () => helpCard(help, example) }),
      })),
    };
  };
}

/** Two braces, just typed, ask for a name. */
const justOpened = ({ state, pos }: CompletionContext): boolean => state.sliceDoc(Math.max(0, pos - 2), pos) === "{{";

function helpCard(help: string, example: string | undefined): HTMLElement {
  const card = document.createElement("div");
  card.append(help);
  if (example !== undefined) {
    const code = document.createElement("code");
    code.textContent = example;
    card.append(code);
  }
  return card;
}

/** What is wrong, underlined at its place. */
function problems(judge: (text: string) => Verdict | undefined): Extension {
  return linter(
    (view): readonly Diagnostic[] => {
      const text = view.state.doc.toString();
      const verdict = judge(text);
      if (verdict === undefined || verdict.ok || text.trim() === "") return [];
      const { message, from, to } = verdict.error;
      const start = Math.min(from, text.length);
      // An underline has a width, where the place is the end of the text too.
      const at = start === text.length && start > 0 ? start - 1 : start;
      return [
        {
          from: at,
          to: Math.max(at + 1, Math.min(to, text.length)),
          severity: "error",
          message,
        },
      ];
    },
    // The message stands below the field, with its fix.
    { delay: calm, tooltipFilter: () => [] },
  );
}

/** All that makes the editor one for expressions: colours, completion and problems. */
export function languageSupport(
  language: EditorLanguage,
  scope: () => ExpressionScope | undefined,
  judge: (text: string) => Verdict | undefined,
): Extension {
  return [
    colours(language),
    autocompletion({
      override: [complete(scope, language)],
      icons: false,
      maxRenderedOptions: 60,
      activateOnTyping: true,
    }),
    keymap.of(completionKeymap),
    problems(judge),
    EditorView.lineWrapping,
  ];
}
