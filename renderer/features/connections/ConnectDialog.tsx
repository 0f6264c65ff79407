import { useEffect, useRef, useState } from "react";
import type { ConnectionFieldView, ConnectionList, DriverView } from "../../../shared/api/load-views.ts";
import type { ErrorView } from "../../../shared/api/views.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { client } from "../../host/api.ts";
import { errorView } from "../../host/error-view.ts";
import { cancelOpening, dismissOpeningError, useOpening } from "../../state/opening-store.ts";
import { openConnection, openDatabase, readAppInfo } from "../../state/project-actions.ts";
import { closeDialog, useUi } from "../../state/ui-store.ts";
import { PathDialog } from "../file-browser/PathDialog.tsx";
import { AddressField } from "./AddressField.tsx";
import { ChoiceList } from "./ChoiceList.tsx";
import { useAsked } from "./connect-store.ts";
import { emptyForm, faultyField, formOf, type ConnectionForm } from "./connection-form.ts";
import { ConnectFoot } from "./ConnectFoot.tsx";
import { ConnectionFields } from "./ConnectionFields.tsx";
import { FilePane } from "./FilePane.tsx";
import { choiceKey, type Choice } from "./kinds.ts";
import { TestResult } from "./TestResult.tsx";
import { useConnecting } from "./use-connecting.ts";
import { connectionsChanged, useConnections } from "./use-connections.ts";
import "./connections.css";

/** Asks which database to work with, and how to reach it. */
export function ConnectDialog() {
  const open = useUi((state) => state.dialog === "connect");
  return open ? <Loading /> : null;
}

function Loading() {
  const { list, error } = useConnections();
  if (list) return <Open list={list} />;
  return (
    <Dialog title="Connect to a database" size={480} onClose={closeDialog}>
      {error ? <ErrorCallout error={error} /> : <p className="t2">Reading the connections</p>}
    </Dialog>
  );
}

/** A file that is being chosen, and what it is for. */
interface Browsing {
  readonly kind: "database" | "folder";
  readonly title: string;
  readonly take: (path: string) => void;
}

type Wish = "connect" | "save" | "test";

function choicesOf({ connections, drivers }: ConnectionList, forTarget: boolean): readonly Choice[] {
  return [
    ...(forTarget ? [] : connections.map((connection) => ({ kind: "kept", connection }) as const)),
    ...drivers.map((driver) => ({ kind: "driver", driver }) as const),
    ...(forTarget ? [] : ([{ kind: "script" }, { kind: "data" }] as const)),
  ];
}

const driverOf = (choice: Choice | undefined, drivers: readonly DriverView[]): DriverView | undefined =>
  choice?.kind === "driver"
    ? choice.driver
    : choice?.kind === "kept"
      ? drivers.find(({ id }) => id === choice.connection.engine)
      : undefined;

function Open({ list }: { readonly list: ConnectionList }) {
  const asked = useAsked();
  const forTarget = asked.take !== undefined;
  const choices = choicesOf(list, forTarget);
  const [key, setKey] = useState(() => {
    const kept = list.connections.find(({ id }) => id === asked.connection);
    const first = kept ? ({ kind: "kept", connection: kept } as const) : choices.find(({ kind }) => kind === "driver");
    return first ? choiceKey(first) : "";
  });
  const choice = choices.find((candidate) => choiceKey(candidate) === key);
  const driver = driverOf(choice, list.drivers);
  const [form, setForm] = useState<ConnectionForm>(() =>
    choice?.kind === "kept" ? formOf(choice.connection) : emptyForm,
  );
  const [path, setPath] = useState("");
  const [browsing, setBrowsing] = useState<Browsing | null>(null);
  const [addressError, setAddressError] = useState<ErrorView | null>(null);
  // A button pressed while an address is read waits for the fields that it fills.
  const [reading, setReading] = useState(false);
  const [wanted, setWanted] = useState<Wish | null>(null);
  const [connecting, { test, save, forget }] = useConnecting(list.connections);
  const opening = useOpening();

  const error = connecting.error ?? opening.error;
  const placed = error !== null && driver !== undefined && faultyField(error, driver.fields) !== undefined;

  /** Whatever was said is about what the form held then. */
  function changed(): void {
    forget();
    dismissOpeningError();
    setAddressError(null);
  }

  function choose(next: Choice): void {
    changed();
    setKey(choiceKey(next));
    if (next.kind === "kept") setForm(formOf(next.connection));
    // What was typed for one kind serves another; what a kept connection has stays with it.
    else if (form.id !== undefined) setForm(emptyForm);
  }

  async function takeAddress(address: string): Promise<void> {
    changed();
    setReading(true);
    try {
      const { engine, values } = await client.connections.parse.mutate({ address });
      const kept = form.id !== undefined && driver?.id === engine;
      if (!kept) setKey(`driver ${engine}`);
      setForm({ ...(kept ? form : { ...emptyForm, label: form.id === undefined ? form.label : "" }), values });
    } catch (thrown) {
      setAddressError(errorView(thrown));
      setWanted(null);
    }
    setReading(false);
  }

  async function browse(asking: Browsing): Promise<void> {
    try {
      if (!(await readAppInfo()).nativeDialogs) return setBrowsing(asking);
      const picked =
        asking.kind === "folder"
          ? await client.files.pickFolder.mutate()
          : await client.files.pickFile.mutate({ title: asking.title });
      if (picked.path !== null) asking.take(picked.path);
    } catch (thrown) {
      setAddressError(errorView(thrown));
    }
  }

  const browseField = ({ name, label }: ConnectionFieldView): void =>
    void browse({
      kind: "database",
      title: `Choose: ${label}`,
      take: (file) => {
        changed();
        setForm((now) => ({ ...now, values: { ...now.values, [name]: file } }));
      },
    });

  function submit(): void {
    if (connecting.busy !== null || opening.name !== null) return;
    dismissOpeningError();
    if (driver === undefined) {
      if (path.trim() !== "") void openDatabase(path.trim());
      return;
    }
    save(form, driver, true, (connection) => {
      if (asked.take) asked.take(connection);
      else void openConnection(connection.id, connection.label);
    });
  }

  function keep(): void {
    if (driver === undefined) return;
    save(form, driver, false, (connection) => {
      setForm(formOf(connection));
      setKey(choiceKey({ kind: "kept", connection }));
    });
  }

  const wishes: Readonly<Record<Wish, () => void>> = {
    connect: submit,
    save: keep,
    test: () => {
      dismissOpeningError();
      if (driver) test(form, driver);
    },
  };
  const wish = (what: Wish): void => (reading ? setWanted(what) : wishes[what]());
  const latest = useRef(wishes);
  latest.current = wishes;
  useEffect(() => {
    if (reading || wanted === null) return;
    setWanted(null);
    latest.current[wanted]();
  }, [reading, wanted]);

  async function remove(): Promise<void> {
    if (form.id === undefined) return;
    try {
      await client.connections.remove.mutate({ connection: form.id });
      await connectionsChanged();
      setForm(emptyForm);
      setKey(driver === undefined ? "" : `driver ${driver.id}`);
    } catch (thrown) {
      setAddressError(errorView(thrown));
    }
  }

  function close(): void {
    forget();
    cancelOpening();
    closeDialog();
  }

  return (
    <>
      <Dialog
        title={forTarget ? "Add a database" : "Connect to a database"}
        size={720}
        onClose={close}
        covered={browsing !== null}
        className="cx-dialog"
      >
        <div className="cx">
          <ChoiceList choices={choices} drivers={list.drivers} chosen={key} onChoose={choose} />
          <form
            key={key}
            className="cx-form"
            aria-label="Connection"
            onSubmit={(event) => {
              event.preventDefault();
              wish("connect");
            }}
          >
            {driver === undefined ? (
              <FilePane
                kind={choice?.kind === "data" ? "data" : "script"}
                path={path}
                onPath={(next) => {
                  changed();
                  setPath(next);
                }}
                onBrowse={(kind) =>
                  void browse({ kind, title: kind === "folder" ? "Choose a folder" : "Choose a file", take: setPath })
                }
              />
            ) : (
              <>
                {driver.fields.some(({ name }) => name === "host") ? (
                  <AddressField error={addressError} onAddress={(address) => void takeAddress(address)} />
                ) : null}
                <ConnectionFields
                  form={form}
                  driver={driver}
                  list={list}
                  error={error}
                  onChange={(change) => {
                    changed();
                    setForm({ ...form, ...change });
                  }}
                  onAddress={(address) => void takeAddress(address)}
                  onBrowse={browseField}
                />
              </>
            )}
            {/* The Enter key of any field sends the form; its visible button stands in the foot. */}
            <button type="submit" hidden />
          </form>
        </div>
        {error !== null && !placed ? (
          <div className="dialog-error">
            <ErrorCallout error={error} />
          </div>
        ) : null}
        {connecting.server && error === null && connecting.busy === null ? (
          <div className="dialog-error">
            <TestResult server={connecting.server} />
          </div>
        ) : null}
        <ConnectFoot
          kept={form.id !== undefined}
          hasDriver={driver !== undefined}
          forTarget={forTarget}
          busy={opening.name !== null ? "opening" : connecting.busy}
          ready={driver !== undefined || path.trim() !== ""}
          onRemove={() => void remove()}
          onTest={() => wish("test")}
          onSave={() => wish("save")}
          onSubmit={() => wish("connect")}
          onStop={() => {
            forget();
            cancelOpening();
          }}
          onCancel={close}
        />
      </Dialog>
      {browsing === null ? null : (
        <PathDialog
          title={browsing.title}
          kind={browsing.kind}
          action="Choose"
          busy={false}
          error={null}
          onChoose={(picked) => {
            browsing.take(picked);
            setBrowsing(null);
          }}
          onClose={() => setBrowsing(null)}
        />
      )}
    </>
  );
}
