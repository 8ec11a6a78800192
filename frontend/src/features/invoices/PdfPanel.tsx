import { Button, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { keepFile } from "@/ui/document/keep";
import { PdfPreview } from "@/ui/document/PdfPreview";
import { IconDownload } from "@/ui/icons";
import { Refused } from "@/ui/Refused";
import { invoicePdfQuery } from "./queries";

type Props = { id: string; version: number; name: string };

/** The PDF of an invoice, with its download. */
export function PdfPanel({ id, version, name }: Props) {
  const { data, error } = useQuery(invoicePdfQuery(id, version));
  if (error) return <Refused refusal={refusalOf(error)} />;
  const file = data as Blob | undefined;
  return (
    <>
      <Group justify="flex-end" mb="xs">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          disabled={!file}
          onClick={() => file && keepFile(file, `${name}.pdf`)}
        >
          {texts.document.download}
        </Button>
      </Group>
      <PdfPreview file={file} name={name} />
    </>
  );
}
