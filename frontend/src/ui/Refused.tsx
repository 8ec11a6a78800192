import { Alert } from "@mantine/core";
import type { Refusal } from "@/lib/problem";

/** Why something did not go through, in the server's words, where it was tried. */
export function Refused({ refusal }: { refusal: Refusal }) {
  return (
    <Alert color="red" variant="outline" mb="md" role="alert">
      {refusal.detail}
    </Alert>
  );
}
