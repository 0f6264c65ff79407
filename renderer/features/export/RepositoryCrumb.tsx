import { IconFolder, IconGitBranch } from "@tabler/icons-react";
import type { RepositoryView } from "../../../shared/api/target-views.ts";
import { counted } from "../../components/format.ts";

/** Where the files go: the repository, its branch and head, and what is changed in it already. */
export function RepositoryCrumb({ repository, home }: { readonly repository: RepositoryView; readonly home: string }) {
  const { git, root, branch, head, detached, changed, changes, underWay } = repository;
  const short = root === home || root.startsWith(`${home}/`) ? `~${root.slice(home.length)}` : root;
  if (git !== "repository") {
    return (
      <span
        className="exp-crumb sm t2 clip"
        title={git === "absent" ? "Git cannot be run here" : "In no git repository"}
      >
        <IconFolder className="i i-sm" stroke={1.5} aria-hidden="true" />
        <span className="clip">{short}</span>
      </span>
    );
  }
  return (
    <span className="exp-crumb sm t2" role="group" aria-label="Repository">
      <IconGitBranch className="i i-sm" stroke={1.5} aria-hidden="true" />
      <span className="clip" title={root}>
        {short}
      </span>
      <span className="nowrap">
        {detached === true ? "detached" : <>on {branch ?? "no branch"}</>}
        {head === undefined ? ", no commit yet" : " at "}
        {head === undefined ? null : <code>{head}</code>}
      </span>
      {underWay === undefined ? null : <span className="tag tag-warn">{underWay} under way</span>}
      {changes === 0 ? null : (
        <span className="tag tag-line nowrap" title={changed.join("\n")}>
          {counted(changes, "uncommitted change")}
        </span>
      )}
    </span>
  );
}
