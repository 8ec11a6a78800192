import { type CSSVariablesResolver, createTheme } from "@mantine/core";
import { texts } from "@/texts";

const sans = '"Inter Variable", system-ui, -apple-system, "Segoe UI", sans-serif';
const mono = 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace';

const closing = { "aria-label": texts.ui.close };

/** Dense and calm: small text, one accent colour, shades that pass WCAG AA in both schemes. */
export const theme = createTheme({
  fontFamily: sans,
  fontFamilyMonospace: mono,
  headings: { fontFamily: sans, fontWeight: "640" },
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "19px" },
  primaryColor: "indigo",
  primaryShade: { light: 7, dark: 8 },
  // The dark tones of app.css, so that Mantine's parts and ours stand on one ground.
  colors: {
    dark: [
      "#eceef2",
      "#c5cad4",
      "#a7aebb",
      "#8b93a2",
      "#3b414d",
      "#2d323c",
      "#1e222a",
      "#15171c",
      "#101216",
      "#0b0c0f",
    ],
  },
  defaultRadius: "md",
  respectReducedMotion: true,
  // By their names alone: the dialogs themselves are not part of what is loaded first.
  components: {
    Modal: { defaultProps: { closeButtonProps: closing } },
    Drawer: { defaultProps: { closeButtonProps: closing } },
    Notification: { defaultProps: { closeButtonProps: closing } },
  },
});

/** Mantine's quiet and red texts fail WCAG AA as they come; ours do not. */
const tones = {
  "--mantine-color-dimmed": "var(--ink-soft)",
  "--mantine-color-error": "var(--bad)",
  "--mantine-color-placeholder": "var(--ink-faint)",
  "--mantine-color-anchor": "var(--accent)",
};

// They are set by scheme, as Mantine sets its own, which would win over those for both at once.
export const readable: CSSVariablesResolver = () => ({
  variables: {},
  light: tones,
  // The quiet buttons of one accent, in the dark as in the light.
  dark: { ...tones, "--mantine-color-indigo-light-color": "var(--accent)" },
});
