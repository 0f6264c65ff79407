import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ErrorView, FolderListing } from "../../../shared/api/views.ts";
import { trpc } from "../../host/api.ts";
import { errorView } from "../../host/error-view.ts";

export type FolderEntry = FolderListing["entries"][number];

export interface Folder {
  readonly listing: FolderListing | undefined;
  readonly error: ErrorView | null;
  readonly loading: boolean;
  /** undefined: the home folder. */
  readonly go: (folder: string | undefined) => void;
}

/** One folder of the backend's machine; the one before stays in view until the next is read. */
export function useFolder(kind: "database" | "folder", start: string | undefined): Folder {
  const [folder, setFolder] = useState(start);
  const query = useQuery({
    ...trpc.files.list.queryOptions(folder === undefined ? { kind } : { kind, folder }),
    placeholderData: keepPreviousData,
    // Files come and go outside of the window.
    staleTime: 0,
    retry: false,
  });
  return {
    listing: query.data,
    error: query.error ? errorView(query.error) : null,
    loading: query.isFetching,
    go: setFolder,
  };
}
