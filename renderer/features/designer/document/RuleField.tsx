import { useState, type ReactNode } from "react";
import type { GeneratorCard } from "../../../../shared/api/views.ts";
import type { Project } from "../../../../shared/project/project.ts";
import type { GenerateRule } from "../../../../shared/rules/rule.ts";
import { RuleChip } from "../../../components/RuleChip.tsx";
import { edit, useDraft, useSession } from "../../../state/session-store.ts";
import { Labelled } from "../components/Labelled.tsx";
import type { FieldPlace, Inside } from "../logic/inside.ts";
import { SaveAs } from "../inspector/SaveAs.tsx";
import { saveInnerRule } from "../logic/custom-edits.ts";
import { RulePicker } from "../picker/RulePicker.tsx";
import { useCatalogue } from "../queries.ts";
import { generateRule, innerColumn, innerRule, ruleLabel } from "./inner-rules.ts";
import { writeInner, type InnerRule } from "./part.ts";

interface Props {
  readonly label: string;
  /** The rule; absent where the generator takes one of its own. */
  readonly rule: InnerRule | undefined;
  /** What the value is called: rules that suit the name are suggested. */
  readonly name?: string;
  /** The kind of value that is wanted; "unknown" takes all. */
  readonly kind: string;
  readonly place: FieldPlace;
  readonly onChange: (rule: InnerRule, gesture?: string) => void;
}

/** The rule of a value inside another rule: a chip that opens the picker, and the rule's own parameters below. */
export function RuleField({ label, rule, name = "", kind, place, onChange }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  const { byId } = useCatalogue();
  const draft = useDraft();
  const generate = rule && generateRule(rule, draft);
  const card = generate && byId.get(generate.generator);
  const inside: Inside = {
    alone: (one) => place.ruleWith(writeInner(innerRule(one))),
    without: place.without,
  };
  return (
    <div className="rl" role="group" aria-label={label}>
      <RuleChip
        icon={rule?.kind === "custom" ? "bookmark" : (card?.icon ?? "bolt")}
        label={rule ? ruleLabel(rule, draft, byId) : "Choose a rule"}
        family={card?.family ?? "none"}
        severity={rule && !card ? "error" : undefined}
        open={open}
        aria-expanded={open}
        aria-label={`${label}: ${rule ? ruleLabel(rule, draft, byId) : "none"}`}
        onClick={() => setOpen(!open)}
      />
      {open ? (
        <div className="rl-picker">
          <RulePicker
            table={place.table}
            column={innerColumn(place.column, name, kind, generate, byId)}
            rule={generate ?? { kind: "default" }}
            autoFocus
            inside={inside}
            onPick={(choice) => {
              if (choice.rule.kind === "generate") onChange(innerRule(choice.rule));
            }}
            onDone={() => setOpen(false)}
          />
        </div>
      ) : null}
      {!open && rule && generate && draft ? (
        <CustomActions rule={rule} generate={generate} project={draft} onChange={onChange} />
      ) : null}
      {!open && rule?.kind === "rule" && generate && card ? (
        <InnerParameters {...{ rule, generate, card, place, inside, onChange }} />
      ) : null}
    </div>
  );
}

interface CustomActionsProps extends Pick<Props, "onChange"> {
  readonly rule: InnerRule;
  readonly generate: GenerateRule;
  readonly project: Project;
}

/** Makes a generator of the project of the rule, or a rule of its own of the project's generator. */
function CustomActions({ rule, generate, project, onChange }: CustomActionsProps): ReactNode {
  if (rule.kind === "custom") {
    const { custom: _, ...own } = generate;
    return (
      <p className="row sm t2 rl-own">
        A generator of this project.
        <button type="button" className="btn btn-sm btn-quiet" onClick={() => onChange(innerRule(own))}>
          Make a copy
        </button>
      </p>
    );
  }
  const save = (label: string): void => {
    const { name, edit: change } = saveInnerRule(project, generate, label);
    // One step of undo takes both back.
    const gesture = `save ${name} ${performance.now()}`;
    edit(change, gesture);
    onChange({ kind: "custom", name }, gesture);
  };
  return <SaveAs onSave={save} />;
}

interface InnerParametersProps extends Pick<Props, "place" | "onChange"> {
  readonly rule: InnerRule & { readonly kind: "rule" };
  readonly generate: GenerateRule;
  readonly card: GeneratorCard;
  readonly inside: Inside;
}

const noLocales: readonly { readonly id: string; readonly label: string }[] = [];

function InnerParameters({ rule, generate, card, place, inside, onChange }: InnerParametersProps): ReactNode {
  const locales = useSession((state) => state.view?.availableLocales) ?? noLocales;
  const { locale: own = "", ...plain } = rule;
  return (
    <div className="rl-params">
      {place.form({
        rule: generate,
        card,
        inside,
        onRule: (next, gesture) => onChange({ ...rule, params: next.params }, gesture),
      })}
      {card.localized ? (
        <Labelled label="Locale">
          {(id) => (
            <select
              id={id}
              className={own === "" ? "field vb-select t3" : "field vb-select"}
              value={own}
              onChange={({ currentTarget: { value } }) => onChange(value === "" ? plain : { ...plain, locale: value })}
            >
              <option value="">the column's</option>
              {locales.map(({ id: locale, label }) => (
                <option key={locale} value={locale}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Labelled>
      ) : null}
    </div>
  );
}
