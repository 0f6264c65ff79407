import { IconFolder, IconFolderOff, IconX } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { RecentProject } from "../../../shared/api/views.ts";
import { counted, formatWhen } from "../../components/format.ts";
import { StatusMark, statusOf } from "../../components/StatusMark.tsx";
import { queryClient, trpc } from "../../host/api.ts";
import { openProjectFolder } from "../../state/project-actions.ts";
import { engineNames } from "../../components/engine-names.ts";

const shownAtFirst = 5;

const problemsText = ({ errors, warnings }: RecentProject["problems"]): string =>
  errors > 0 ? counted(errors, "error") : warnings > 0 ? counted(warnings, "warning") : "No problems";

/** The user's home folder is written as ~, as a shell does. */
const shortPath = (folder: string, home: string | undefined): string =>
  home !== undefined && home !== "" && folder.startsWith(home) ? `~${folder.slice(home.length)}` : folder;

function RecentRow({ project, home }: { readonly project: RecentProject; readonly home: string | undefined }) {
  const forget = useMutation(
    trpc.app.forgetRecent.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.app.recent.queryFilter()),
    }),
  );
  const Icon = project.missing ? IconFolderOff : IconFolder;
  return (
    <tr className={project.missing ? "is-missing" : undefined}>
      <td className="t3 recent-icon">
        <Icon className="i" stroke={1.5} aria-hidden="true" />
      </td>
      <td className="semi recent-name">
        <button
          type="button"
          className="clip"
          disabled={project.missing}
          onClick={() => void openProjectFolder(project.folder)}
        >
          {project.name}
        </button>
      </td>
      <td className="t3" title={project.folder}>
        <code>{shortPath(project.folder, home)}</code>
      </td>
      <td className="t2">{engineNames[project.engine]}</td>
      <td className="t2 num recent-tables">{counted(project.tables, "table")}</td>
      <td>
        {project.missing ? (
          <span className="t3">Folder not found</span>
        ) : (
          <span className="row t2 recent-status">
            <StatusMark status={statusOf(project.problems)} />
            {problemsText(project.problems)}
          </span>
        )}
      </td>
      <td className="t3 right recent-when">
        <span>{formatWhen(project.openedAt, new Date())}</span>
        <button
          type="button"
          className="ibtn ibtn-sm"
          title="Remove from this list"
          aria-label={`Remove ${project.name} from this list`}
          onClick={() => forget.mutate({ folder: project.folder })}
        >
          <IconX className="i i-sm" stroke={1.5} aria-hidden="true" />
        </button>
      </td>
    </tr>
  );
}

export function RecentProjects() {
  const [all, setAll] = useState(false);
  const recent = useQuery(trpc.app.recent.queryOptions());
  const info = useQuery(trpc.app.info.queryOptions());
  const projects = recent.data ?? [];
  const shown = all ? projects : projects.slice(0, shownAtFirst);
  return (
    <section className="recent-section" aria-label="Recent projects">
      <div className="row recent-head">
        <h2>Recent projects</h2>
        <span className="grow" />
        {projects.length > shownAtFirst ? (
          <button type="button" className="btn btn-quiet btn-sm" onClick={() => setAll(!all)}>
            {all ? "Show fewer" : "Show all"}
          </button>
        ) : null}
      </div>
      {recent.isSuccess && projects.length === 0 ? (
        <p className="sm t2">None yet. Projects appear here once they are saved.</p>
      ) : (
        <table className="grid recent">
          <caption className="vh">Recent projects</caption>
          <colgroup>
            <col style={{ width: 36 }} />
            <col style={{ width: 176 }} />
            <col />
            <col style={{ width: 96 }} />
            <col style={{ width: 84 }} />
            <col style={{ width: 126 }} />
            <col style={{ width: 110 }} />
          </colgroup>
          <tbody>
            {shown.map((project) => (
              <RecentRow key={project.folder} project={project} home={info.data?.homeFolder} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
