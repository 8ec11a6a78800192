import { Skeleton, Stack } from "@mantine/core";
import { texts } from "@/texts";

const LINES = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** The shape of a page while its first data is on the way. */
export function PageSkeleton() {
  return (
    <Stack gap="sm" p="lg" role="status" aria-busy="true" aria-label={texts.ui.loading}>
      <Skeleton height={24} width={180} />
      {LINES.map((line) => (
        <Skeleton key={line} height={30} />
      ))}
    </Stack>
  );
}
