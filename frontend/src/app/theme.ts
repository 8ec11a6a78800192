import { createTheme } from "@mantine/core";

const sans = '"Inter Variable", system-ui, -apple-system, "Segoe UI", sans-serif';
const mono = 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace';

/** Dense and calm: small text, one accent colour, shades that pass WCAG AA in both schemes. */
export const theme = createTheme({
  fontFamily: sans,
  fontFamilyMonospace: mono,
  headings: { fontFamily: sans, fontWeight: "640" },
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "19px" },
  primaryColor: "indigo",
  primaryShade: { light: 7, dark: 8 },
  defaultRadius: "md",
  respectReducedMotion: true,
});
