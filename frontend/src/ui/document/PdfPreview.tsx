import { Anchor, Skeleton } from "@mantine/core";
import { useEffect, useState } from "react";
import { texts } from "@/texts";
import classes from "./PdfPreview.module.css";

type Props = { file: Blob | undefined; name: string };

/** The very PDF inside the page; where the browser cannot show it there, a link that opens it. */
export function PdfPreview({ file, name }: Props) {
  const address = useAddressOf(file);
  if (!address) {
    return <Skeleton className={classes.paper} aria-label={texts.document.preparing} />;
  }
  if (!navigator.pdfViewerEnabled) {
    return (
      <p className={classes.instead}>
        {texts.document.noViewer}{" "}
        <Anchor href={address} target="_blank">
          {texts.document.openPdf}
        </Anchor>
      </p>
    );
  }
  return (
    <iframe
      className={classes.paper}
      src={`${address}#toolbar=0&navpanes=0&view=FitH`}
      title={texts.document.previewOf(name)}
    />
  );
}

/** An address for bytes that are only in this page; given back when they are no longer shown. */
function useAddressOf(file: Blob | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return;
    const made = URL.createObjectURL(new Blob([file], { type: "application/pdf" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
