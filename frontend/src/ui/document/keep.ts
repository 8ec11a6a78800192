/** Lets the browser save a file that the app fetched. */
export function keepFile(file: Blob, name: string) {
  const link = window.document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Shows a file that the app fetched in a tab of its own. */
export function openFile(file: Blob) {
  const address = URL.createObjectURL(file);
  window.open(address, "_blank");
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
