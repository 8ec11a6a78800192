/** The question-and-answer way through first-run setup. */
export const SETUP_BY_QUESTIONS = ".venv/bin/throughline setup";

/** An invented company's year, to look around in. */
export const SAMPLE_DATA = ".venv/bin/throughline sample-data";

/** The same first-run setup as one call of the API at `origin`. */
export function setupByCurl(origin: string, timeZone: string, password: string): string {
  return `curl ${origin}/api/v1/setup \\
  -H 'Content-Type: application/json' \\
  -d '{
    "company_name": "Example & Sons",
    "country": "DE",
    "currency": "EUR",
    "time_zone": "${timeZone}",
    "admin": {
      "name": "Ada Example",
      "email": "ada@example.com",
      "password": "${password}"
    }
  }'`;
}

/** Sign in and ask a first question, with the cookie kept in a file. */
export function signInByCurl(origin: string): string {
  return `curl ${origin}/api/v1/auth/login -c cookies.txt \\
  -H 'Content-Type: application/json' \\
  -d '{"email": "ada@example.com", "password": "…"}'

curl ${origin}/api/v1/leads -b cookies.txt`;
}
