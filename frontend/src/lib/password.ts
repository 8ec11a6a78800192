// Letters and digits that nobody confuses when copying them by hand, and no sign a shell reads.
const SIGNS = "abcdefghjkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY3479";

/** A password of 20 random signs (110 bits), safe inside quotes of a shell. */
export function newPassword(): string {
  let password = "";
  while (password.length < 20) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    // Bytes past the last whole round would make the first signs likelier than the others.
    if (byte < 256 - (256 % SIGNS.length)) password += SIGNS[byte % SIGNS.length];
  }
  return password;
}
