const ENOUGH = 256 * 1024;
const NEW_LINE = 10;

/** The first whole lines of a file, enough to recognise its columns without sending all of it. */
export async function beginning(file: Blob): Promise<Blob> {
  if (file.size <= ENOUGH) return file;
  const bytes = new Uint8Array(await file.slice(0, ENOUGH).arrayBuffer());
  const end = bytes.lastIndexOf(NEW_LINE);
  if (end < 0) return file;
  // In UTF-16 with the small byte first, a sign has another byte behind its first.
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return file.slice(0, end + (isWide ? 2 : 1));
}
