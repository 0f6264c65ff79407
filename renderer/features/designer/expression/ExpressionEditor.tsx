import { closeCompletion, completionStatus } from "@codemirror/autocomplete";
import { Annotation, EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap, placeholder as placeholderText } from "@codemirror/view";
import { useEffect, useImperativeHandle, useRef, type ReactNode, type Ref } from "react";
import type { ExpressionScope } from "../../../../shared/expressions/scope.ts";
import { languageSupport } from "./editor-language.ts";
import type { EditorLanguage, Verdict } from "./expression-words.ts";

/** What may be done to the editor from outside. */
export interface EditorHandle {
  /** Puts a text where the caret is, and the focus there. */
  insert(text: string): void;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly language: EditorLanguage;
  readonly scope: ExpressionScope | undefined;
  readonly judge: (text: string) => Verdict | undefined;
  readonly invalid: boolean;
  /** The id of the text that says what is wrong or what comes out. */
  readonly describedBy: string;
  readonly placeholder: string;
  readonly onType: (text: string) => void;
  /** Enter, or the focus has left. */
  readonly onAccept: () => void;
  /** Escape. */
  readonly onRestore: () => void;
  readonly handle: Ref<EditorHandle>;
}

/** Text that came from outside is no typing. */
const fromOutside = Annotation.define<boolean>();

/** A field of code that grows with its lines. Enter accepts, Shift Enter starts a line, Escape restores, Tab goes on. */
export function ExpressionEditor(props: Props): ReactNode {
  const { id, label, text, language, invalid, describedBy, placeholder } = props;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(undefined);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const { current: parent } = host;
    if (!parent) return undefined;
    const view = new EditorView({
      parent,
      state: EditorState.create({
        doc: latest.current.text,
        extensions: [
          Prec.high(keymap.of(keys(() => latest.current))),
          languageSupport(
            language,
            () => latest.current.scope,
            (typed) => latest.current.judge(typed),
          ),
          placeholderText(placeholder),
          EditorView.contentAttributes.of({
            id,
            "aria-label": label,
            "aria-describedby": describedBy,
            spellcheck: "false",
          }),
          EditorView.updateListener.of((update) => {
            const outside = update.transactions.some((one) => one.annotation(fromOutside) === true);
            if (update.docChanged && !outside) latest.current.onType(update.state.doc.toString());
          }),
          EditorView.domEventHandlers({ blur: () => latest.current.onAccept() }),
        ],
      }),
    });
    editor.current = view;
    return () => {
      editor.current = undefined;
      view.destroy();
    };
    // The editor is made once a field; what changes is read through `latest`.
  }, [id, label, language, describedBy, placeholder]);

  useEffect(() => {
    const view = editor.current;
    if (!view || view.state.doc.toString() === text) return;
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: text },
      annotations: fromOutside.of(true),
    });
  }, [text]);

  useEffect(() => {
    editor.current?.contentDOM.setAttribute("aria-invalid", String(invalid));
  }, [invalid]);

  useImperativeHandle(props.handle, () => ({
    insert(inserted) {
      const view = editor.current;
      if (!view) return;
      view.dispatch(view.state.replaceSelection(inserted));
      view.focus();
    },
  }));

  return <div ref={host} className={`field ex-editor${invalid ? " is-invalid" : ""}`} />;
}

function keys(props: () => Props) {
  return [
    {
      key: "Enter",
      run: (view: EditorView): boolean => {
        if (completionStatus(view.state) === "active") return false;
        props().onAccept();
        return true;
      },
    },
    {
      key: "Shift-Enter",
      run: (view: EditorView): boolean => {
        view.dispatch(view.state.replaceSelection("\n"));
        return true;
      },
    },
    {
      key: "Escape",
      stopPropagation: true,
      run: (view: EditorView): boolean => {
        if (closeCompletion(view)) return true;
        props().onRestore();
        view.contentDOM.blur();
        return true;
      },
    },
  ];
}
