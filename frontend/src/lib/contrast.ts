const CHANNELS = [
  { from: 1, weight: 0.2126 },
  { from: 3, weight: 0.7152 },
  { from: 5, weight: 0.0722 },
];

/** How far two colours (`#rrggbb`) stand apart by WCAG: 1 for the same, 21 for black on white. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  return CHANNELS.reduce((sum, { from, weight }) => {
    const share = Number.parseInt(color.slice(from, from + 2), 16) / 255;
    return sum + weight * (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
  }, 0);
}
