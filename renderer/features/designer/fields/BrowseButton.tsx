import { IconFolderOpen } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import type { ErrorView } from "../../../../shared/api/views.ts";
import { runCommand } from "../../../commands/command.ts";
import { notifyError } from "../../../components/notify.ts";
import { client } from "../../../host/api.ts";
import { errorView } from "../../../host/error-view.ts";
import { readAppInfo } from "../../../state/project-actions.ts";
import { useSession } from "../../../state/session-store.ts";
import { PathDialog } from "../../file-browser/PathDialog.tsx";
import { pathWithin } from "./path-within.ts";

interface Props {
  /** Takes the path from the project's folder, with slashes on every system. */
  readonly onChoose: (path: string) => void;
}

const title = "Choose a file of values";

/** Asks for a file in the project's folder. A project that has none yet is saved first. */
export function BrowseButton({ onChoose }: Props): ReactNode {
  const folder = useSession((state) => state.view?.folder);
  const [asking, setAsking] = useState(false);
  const [outside, setOutside] = useState<string | null>(null);
  const choose = (path: string): void => {
    const within = folder === undefined ? undefined : pathWithin(folder, path);
    const fault = `${path} lies outside the project's folder.`;
    setOutside(within === undefined ? fault : null);
    if (within !== undefined) {
      setAsking(false);
      onChoose(within);
    } else if (!asking) notifyError(outsideError(fault));
  };
  const ask = async (): Promise<void> => {
    if (folder === undefined) return runCommand("project.save");
    try {
      if (!(await readAppInfo()).nativeDialogs) return setAsking(true);
      const { path } = await client.files.pickFile.mutate({ title });
      if (path !== null) choose(path);
    } catch (thrown) {
      notifyError(errorView(thrown));
    }
  };
  return (
    <>
      <button
        type="button"
        className="ibtn"
        aria-label="Browse for a file"
        title={folder === undefined ? "Save the project first: the file lies in its folder" : "Browse…"}
        onClick={() => void ask()}
      >
        <IconFolderOpen className="i i-sm" stroke={1.5} aria-hidden="true" />
      </button>
      {asking && folder !== undefined ? (
        <PathDialog
          title={title}
          kind="file"
          start={folder}
          action="Take it"
          busy={false}
          error={outside === null ? null : outsideError(outside)}
          note="A CSV, JSON or text file in the project’s folder."
          onChoose={choose}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}

const outsideError = (message: string): ErrorView => ({
  code: "usage",
  message,
  hint: "Copy it into the project’s folder, which is shared with it.",
});
