import { Menu } from "@mantine/core";
import { IconDatabase, IconPlus, IconShieldLock } from "@tabler/icons-react";
import type { ConnectionList } from "../../../shared/api/load-views.ts";
import type { TargetKind, TargetKinds } from "../../../shared/api/target-views.ts";
import type { SessionView } from "../../../shared/api/views.ts";
import { targetKind } from "../../../shared/project/target-names.ts";
import type { ExportTarget } from "../../../shared/project/project.ts";
import type { Problem } from "../../../shared/rules/problem.ts";
import { StatusMark } from "../../components/StatusMark.tsx";
import { edit } from "../../state/session-store.ts";
import { showExport } from "../../state/ui-store.ts";
import { askForTarget } from "../connections/connect-store.ts";
import { Switch } from "../designer/components/Switch.tsx";
import { BaseFolder } from "./BaseFolder.tsx";
import { changeExportView, toggled, useExportView } from "../../state/export-view.ts";
import { kindIcon } from "./kind-icons.ts";
import { useTickedLoads } from "./ticked-loads.ts";
import { groups, kindKey, namedTargets, newTarget, targetNote, type KindKey, type NamedTarget } from "./targets.ts";

interface TargetsPaneProps {
  readonly view: SessionView;
  readonly targets: readonly ExportTarget[];
  readonly kinds: TargetKinds | undefined;
  readonly list: ConnectionList | undefined;
  /** The name of the shown export, or the id of the shown connection. */
  readonly chosen: { readonly target: string | null; readonly connection: string | null };
  readonly disabled: boolean;
  readonly onConnection: (id: string) => void;
}

/** Adds an export to the project, and shows it. */
export function addTarget(session: string, targets: readonly ExportTarget[], key: KindKey, id: string): void {
  const exports = [...targets, newTarget(key, id, targets)];
  edit({ kind: "set-exports", exports, what: `Add the export ${id}` });
  changeExportView(session, { target: namedTargets(exports).at(-1)?.name ?? null });
  showExport("files");
}

/** The exports of the project by group, and the databases that can be loaded. */
export function TargetsPane(props: TargetsPaneProps) {
  const { view, targets, kinds, list, chosen, disabled, onConnection } = props;
  const named = namedTargets(targets);
  const { stopOnErrors } = useExportView(view.session);
  const { loads, toggle } = useTickedLoads(view);
  return (
    <div className="sidebar exp-targets">
      <div className="exp-targets-list">
        {groups.map(({ key, label }) => {
          const own = named.filter(({ target }) => kindKey(target) === key);
          if (own.length === 0) return null;
          return (
            <section key={key} aria-label={label}>
              <h2 className="lbl">{label}</h2>
              {own.map((one) => (
                <TargetRow
                  key={one.name}
                  session={view.session}
                  one={one}
                  problems={view.problems.filter(({ target }) => target === one.name)}
                  shown={chosen.target}
                  disabled={disabled}
                />
              ))}
            </section>
          );
        })}
        {named.length === 0 ? <h2 className="lbl">Files</h2> : null}
        {kinds ? <AddMenu view={view} targets={targets} kinds={kinds} disabled={disabled} /> : null}
        <section aria-label="Database">
          <h2 className="lbl">Database</h2>
          <div role="radiogroup" aria-label="Load into">
            {(list?.connections ?? []).map(({ id, label, engine, protected: guarded }) => (
              <div key={id} className={id === chosen.connection ? "tgt is-selected" : "tgt"}>
                <input
                  type="checkbox"
                  className="check-input"
                  aria-label={`Load into ${label} when the files are written`}
                  title="A run loads it when the files are written"
                  checked={loads.has(id)}
                  disabled={disabled}
                  onChange={() => toggle(id)}
                />
                {guarded ? (
                  <IconShieldLock className="i" stroke={1.5} role="img" aria-label="Protected" />
                ) : (
                  <IconDatabase className="i" stroke={1.5} aria-hidden="true" />
                )}
                <label className="exp-target exp-load">
                  <input
                    type="radio"
                    name="load-target"
                    checked={id === chosen.connection}
                    disabled={disabled}
                    onChange={() => onConnection(id)}
                  />
                  <span className="nm clip" title={label}>
                    Load into {label}
                  </span>
                  <span className="sub clip">
                    {list?.drivers.find((driver) => driver.id === engine)?.label ?? engine}
                    {guarded ? ", protected" : ""}
                  </span>
                </label>
              </div>
            ))}
          </div>
          <button
            type="button"
            className="exp-add"
            disabled={disabled}
            onClick={() => askForTarget(({ id }) => onConnection(id))}
          >
            <IconPlus className="i i-sm" stroke={1.5} aria-hidden="true" />
            Add a database
          </button>
        </section>
      </div>
      <div
        className="exp-stop"
        title="Off: errors that only a database would refuse, as NULL where a value must stand, are told and do not stop the files."
      >
        <Switch
          label="Stop on validation errors"
          checked={stopOnErrors}
          disabled={disabled}
          onChange={(next) => changeExportView(view.session, { stopOnErrors: next })}
        />
      </div>
      {view.folder === undefined ? <BaseFolder view={view} disabled={disabled} /> : null}
    </div>
  );
}

interface TargetRowProps {
  readonly session: string;
  readonly one: NamedTarget;
  /** What is said against it. */
  readonly problems: readonly Problem[];
  readonly shown: string | null;
  readonly disabled: boolean;
}

/** The box says whether a run takes it; the name shows its settings. */
function TargetRow({ session, one: { name, target }, problems, shown, disabled }: TargetRowProps) {
  const { without } = useExportView(session);
  const Icon = kindIcon(kindKey(target), targetKind(target));
  return (
    <div className={name === shown ? "tgt is-selected" : "tgt"}>
      <input
        type="checkbox"
        className="check-input"
        aria-label={`Run ${name}`}
        checked={!without.has(name)}
        disabled={disabled}
        onChange={() => changeExportView(session, { without: toggled(without, name) })}
      />
      <Icon className="i" stroke={1.5} aria-hidden="true" />
      <button
        type="button"
        className="exp-target"
        aria-current={name === shown}
        onClick={() => {
          changeExportView(session, { target: name });
          showExport("files");
        }}
      >
        <span className="row nm">
          <span className="clip">{name}</span>
          {problems.length === 0 ? null : (
            <StatusMark status={problems.some(({ severity }) => severity === "error") ? "error" : "warn"} />
          )}
        </span>
        <span className="sub clip">{targetNote(target)}</span>
      </button>
    </div>
  );
}

interface AddMenuProps {
  readonly view: SessionView;
  readonly targets: readonly ExportTarget[];
  readonly kinds: TargetKinds;
  readonly disabled: boolean;
}

function AddMenu({ view, targets, kinds, disabled }: AddMenuProps) {
  const { session, source } = view;
  const forSource = ({ engines }: TargetKind): boolean => engines?.includes(source.engine) ?? true;
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-start" width={220} shadow="md">
      <Menu.Target>
        <button type="button" className="exp-add" disabled={disabled}>
          <IconPlus className="i i-sm" stroke={1.5} aria-hidden="true" />
          Add an export
        </button>
      </Menu.Target>
      <Menu.Dropdown className="popover exp-add-menu">
        {groups.map(({ key, label }) =>
          kinds[key].length === 0 ? null : (
            <div key={key}>
              <Menu.Label>{label}</Menu.Label>
              {kinds[key].filter(forSource).map((kind) => {
                const Icon = kindIcon(key, kind.id);
                return (
                  <Menu.Item
                    key={kind.id}
                    leftSection={<Icon className="i i-sm" stroke={1.5} aria-hidden="true" />}
                    onClick={() => addTarget(session, targets, key, kind.id)}
                  >
                    {kind.label}
                  </Menu.Item>
                );
              })}
            </div>
          ),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
