import { IconDatabase, IconPencil, IconShieldLock, IconX } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import type { ConnectionView, DriverView } from "../../../shared/api/load-views.ts";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { notifyError } from "../../components/notify.ts";
import { trpc } from "../../host/api.ts";
import { errorView } from "../../host/error-view.ts";
import { useOpening } from "../../state/opening-store.ts";
import { openConnection } from "../../state/project-actions.ts";
import { askToConnect } from "./connect-store.ts";
import { connectionsChanged, useConnections } from "./use-connections.ts";

/** An address as a person says it: without its scheme and its parameters. */
const shortAddress = (address: string): string =>
  address.replace(/^[a-z][a-z0-9+.-]*:\/\//iu, "").replace(/\?.*$/u, "");

const passwordWords: Readonly<Record<ConnectionView["password"], string>> = {
  none: "No password",
  kept: "Password kept",
  session: "Until Seedloom ends",
};

function Row({ connection, driver }: { readonly connection: ConnectionView; readonly driver: DriverView | undefined }) {
  const { id, label, address } = connection;
  const opening = useOpening();
  const remove = useMutation(
    trpc.connections.remove.mutationOptions({
      onSuccess: connectionsChanged,
      onError: (error) => notifyError(errorView(error)),
    }),
  );
  const hasSecret = driver?.fields.some(({ kind }) => kind === "secret") ?? false;
  return (
    <tr>
      <td className="t3 recent-icon">
        <IconDatabase className="i" stroke={1.5} aria-hidden="true" />
      </td>
      <td className="semi recent-name">
        <button
          type="button"
          className="clip"
          disabled={opening.name !== null}
          title={label}
          onClick={() => void openConnection(id, label)}
        >
          {label}
        </button>
      </td>
      <td className="t3" title={address}>
        <code>{shortAddress(address)}</code>
      </td>
      <td className="t2 clip">{driver?.label ?? connection.engine}</td>
      <td className="t2">
        {connection.protected ? (
          <span className="row recent-status" title="A load into it asks for its name">
            <IconShieldLock className="i i-sm" stroke={1.5} aria-hidden="true" />
            Protected
          </span>
        ) : null}
      </td>
      <td className="t3 right recent-when">
        <span title="Its password">{hasSecret ? passwordWords[connection.password] : ""}</span>
        <button
          type="button"
          className="ibtn ibtn-sm recent-first"
          title="Change this connection"
          aria-label={`Change ${label}`}
          onClick={() => askToConnect(id)}
        >
          <IconPencil className="i i-sm" stroke={1.5} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="ibtn ibtn-sm"
          title="Remove this connection and its password"
          aria-label={`Remove ${label}`}
          onClick={() => remove.mutate({ connection: id })}
        >
          <IconX className="i i-sm" stroke={1.5} aria-hidden="true" />
        </button>
      </td>
    </tr>
  );
}

/** The databases that this user connected to before; nothing is drawn where there are none. */
export function KeptConnections() {
  const { list, error } = useConnections();
  const connections = list?.connections ?? [];
  if (error) {
    return (
      <section className="recent-section" aria-label="Connections">
        <ErrorCallout error={error} />
      </section>
    );
  }
  if (connections.length === 0) return null;
  return (
    <section className="recent-section" aria-label="Connections">
      <div className="row recent-head">
        <h2>Connections</h2>
      </div>
      <table className="grid recent kept">
        <caption className="vh">Connections</caption>
        <colgroup>
          <col style={{ width: 36 }} />
          <col style={{ width: 176 }} />
          <col />
          <col style={{ width: 144 }} />
          <col style={{ width: 96 }} />
          <col style={{ width: 140 }} />
        </colgroup>
        <tbody>
          {connections.map((connection) => (
            <Row
              key={connection.id}
              connection={connection}
              driver={list?.drivers.find(({ id }) => id === connection.engine)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
