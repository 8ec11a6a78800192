import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  changeMyPassword,
  deleteWorkspaceLogo,
  getNextNumbers,
  getWorkspace,
  type MyChange,
  type PasswordChange,
  previewWorkspace,
  setWorkspaceLogo,
  updateMe,
  updateWorkspace,
  type Workspace,
  type WorkspaceChange,
} from "@/api";
import { welcome } from "@/workspace/session";

/** The company with all its fields. */
export const workspaceQuery = queryOptions({
  queryKey: ["settings", "workspace"],
  queryFn: async ({ signal }) => (await getWorkspace({ signal })).data,
});

/** A sample quote on the company's paper as it is in one version. */
export const previewQuery = (version: number) =>
  queryOptions({
    queryKey: ["settings", "preview", version],
    queryFn: async ({ signal }) =>
      (await previewWorkspace({ signal, parseAs: "blob" })).data as Blob,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });

export type NumberFormats = Pick<
  Workspace,
  "quote_number_format" | "invoice_number_format" | "credit_note_number_format"
>;

/** The numbers that documents would get next in formats that are only being tried. */
export const nextNumbersQuery = (formats: Partial<NumberFormats>) =>
  queryOptions({
    queryKey: ["settings", "numbers", formats],
    queryFn: async ({ signal }) => (await getNextNumbers({ query: formats, signal })).data,
    retry: false,
  });

/** Where the browser finds the logo of a version. */
export const logoAddress = (version: number) => `/api/v1/workspace/logo?version=${version}`;

export type Save<Change> = { change: Change; version: number };

/** Changes the company; refused with 412 where somebody else did in between. */
export function useChangeWorkspace() {
  const show = useShowWorkspace();
  return useMutation({
    mutationFn: async ({ change, version }: Save<WorkspaceChange>) => {
      const headers = { "If-Match": `"${version}"` };
      return (await updateWorkspace({ body: change, headers })).data;
    },
    onSuccess: show,
  });
}

export function useSetLogo() {
  const show = useShowWorkspace();
  return useMutation({
    mutationFn: async (picture: File) => {
      const headers = { "Content-Type": picture.type };
      return (await setWorkspaceLogo({ body: picture, headers })).data;
    },
    onSuccess: show,
  });
}

export function useRemoveLogo() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await deleteWorkspaceLogo({});
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: workspaceQuery.queryKey });
      queries.invalidateQueries({ queryKey: ["session", "me"] });
    },
  });
}

/** Puts the answer of a change where the app reads it; what every screen knows of it follows. */
function useShowWorkspace() {
  const queries = useQueryClient();
  return (workspace: Workspace) => {
    queries.setQueryData(workspaceQuery.queryKey, workspace);
    queries.invalidateQueries({ queryKey: ["session", "me"] });
    queries.invalidateQueries({ queryKey: ["settings", "numbers"] });
  };
}

/** Goes by another name. */
export function useChangeMyName() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: MyChange) => (await updateMe({ body })).data,
    onSuccess: (me) => {
      welcome(queries, me);
      queries.invalidateQueries({ queryKey: ["users"] });
    },
  });
}

export function useChangeMyPassword() {
  return useMutation({
    mutationFn: async (body: PasswordChange) => {
      await changeMyPassword({ body });
    },
  });
}
