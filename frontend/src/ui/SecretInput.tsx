import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useState } from "react";
import { texts } from "@/texts";

/** A field for a password, which warns while Caps Lock is on. */
export function SecretInput({ description, ...rest }: PasswordInputProps) {
  const [isCaps, setCaps] = useState(false);
  return (
    <PasswordInput
      description={isCaps ? texts.ui.capsLock : description}
      onKeyUp={(event) => setCaps(event.getModifierState("CapsLock"))}
      onBlurCapture={() => setCaps(false)}
      visibilityToggleButtonProps={{ "aria-label": texts.ui.showPassword }}
      {...rest}
    />
  );
}
