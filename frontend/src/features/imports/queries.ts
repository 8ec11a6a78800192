import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  getImport,
  type ImportLeadsData,
  type ImportReport,
  importCompanies,
  importContacts,
  importLeads,
  importProducts,
  importUsers,
  listImports,
  type Target,
} from "@/api";

type Importer = typeof importLeads;

// The five differ in the names of their fields alone.
const IMPORTERS: Record<Target, Importer> = {
  leads: importLeads,
  companies: importCompanies as Importer,
  contacts: importContacts as Importer,
  products: importProducts as Importer,
  users: importUsers as Importer,
};

type LeadQuestion = NonNullable<ImportLeadsData["query"]>;

/** How a file is to be read; the server's own parameters, with any target's fields in the map. */
export type Reading = Omit<LeadQuestion, "map" | "dry_run"> & { map: Record<string, string> };

type Sent = { target: Target; file: Blob; reading: Reading };

/** Sends a file, to be checked only or to go in. */
async function send({ target, file, reading }: Sent, dry_run: boolean): Promise<ImportReport> {
  const options = {
    // The document calls a CSV file a string; the browser streams it from the disk.
    body: file as unknown as string,
    query: { ...reading, dry_run } as LeadQuestion,
  };
  return (await IMPORTERS[target](options)).data;
}

/** What would become of a file, without changing anything. */
export function useCheckFile() {
  return useMutation({ mutationFn: (sent: Sent) => send(sent, true) });
}

/** Takes a file in; afterwards everything on the screen may be different. */
export function useImportFile() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (sent: Sent) => send(sent, false),
    onSettled: () => queries.invalidateQueries(),
  });
}

/** The imports of the past, the latest first. */
export const importsQuery = queryOptions({
  queryKey: ["imports", "list"],
  queryFn: async ({ signal }) => (await listImports({ query: { limit: 20 }, signal })).data.items,
});

/** One import with its whole report. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ["imports", "one", id],
    queryFn: async ({ signal }) => (await getImport({ path: { id }, signal })).data,
  });

const OFTEN = 700;

/** How many rows of the import under way are done, asked again and again while it runs. */
export function useRowsDone(isRunning: boolean): number {
  const { data } = useQuery({
    queryKey: ["imports", "under way"],
    queryFn: async ({ signal }) => (await listImports({ query: { limit: 1 }, signal })).data.items,
    enabled: isRunning,
    refetchInterval: OFTEN,
    gcTime: 0,
  });
  const latest = data?.[0];
  return latest && latest.finished_at === null ? latest.rows : 0;
}

/** Where the rows that an import refused are downloaded. */
export function refusedRowsAddress(id: string): string {
  return `/api/v1/imports/${id}/refused-rows`;
}
