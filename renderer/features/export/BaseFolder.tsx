import { useQuery } from "@tanstack/react-query";
import { IconFolderOpen } from "@tabler/icons-react";
import type { SessionView } from "../../../shared/api/views.ts";
import { folderName, joinPath } from "../../components/join-path.ts";
import { notifyError } from "../../components/notify.ts";
import { client, trpc } from "../../host/api.ts";
import { errorView } from "../../host/error-view.ts";
import { readAppInfo } from "../../state/project-actions.ts";
import { openDialog } from "../../state/ui-store.ts";
import { changeExportView, useExportView } from "../../state/export-view.ts";

/** The folder that exports are relative to: the project's; of one that is not saved the one that was chosen. */
export function useBase(view: SessionView): string | undefined {
  const info = useQuery(trpc.app.info.queryOptions());
  const { base } = useExportView(view.session);
  if (view.folder !== undefined) return view.folder;
  if (base !== null) return base;
  return info.data && joinPath(info.data.homeFolder, `${folderName(view.name)}-testdata`);
}

async function askForFolder(session: string): Promise<void> {
  try {
    if (!(await readAppInfo()).nativeDialogs) return openDialog("export-folder");
    const { path } = await client.files.pickFolder.mutate();
    if (path !== null) changeExportView(session, { base: path });
  } catch (error) {
    notifyError(errorView(error));
  }
}

/** Where the files of a project go that has no folder yet. */
export function BaseFolder({ view, disabled }: { readonly view: SessionView; readonly disabled: boolean }) {
  const base = useBase(view) ?? "";
  return (
    <div className="exp-base">
      <label className="lbl" htmlFor="export-base">
        Into the folder
      </label>
      <span className="row exp-folder">
        <span className="field grow">
          <input
            id="export-base"
            className="mono grow"
            value={base}
            disabled={disabled}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => changeExportView(view.session, { base: event.currentTarget.value })}
          />
        </span>
        <button
          type="button"
          className="ibtn"
          title="Choose a folder"
          aria-label="Choose a folder"
          disabled={disabled}
          onClick={() => void askForFolder(view.session)}
        >
          <IconFolderOpen className="i" stroke={1.5} aria-hidden="true" />
        </button>
      </span>
      <p className="xs t3">The project is not saved yet. Once it is, its own folder is meant.</p>
    </div>
  );
}
