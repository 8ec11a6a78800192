/** An error as the server words it (RFC 9457); `fields` are its complaints by dotted path. */
export type Refusal = {
  kind: string;
  status: number;
  detail: string;
  fields: Record<string, string>;
};

const UNREACHABLE: Refusal = {
  kind: "unreachable",
  status: 0,
  detail: "The server cannot be reached. Check your connection; nothing you wrote is lost.",
  fields: {},
};

/** What went wrong, in words for the person at the screen. */
export function refusalOf(error: unknown): Refusal {
  if (!isProblem(error)) return UNREACHABLE;
  const fields = Object.fromEntries((error.errors ?? []).map((e) => [e.field, e.message]));
  return {
    kind: error.type.replace("/problems/", ""),
    status: error.status,
    detail: error.detail,
    fields,
  };
}

type Problem = {
  type: string;
  status: number;
  detail: string;
  errors?: { field: string; message: string }[];
};

function isProblem(error: unknown): error is Problem {
  return typeof error === "object" && error !== null && "detail" in error && "status" in error;
}
