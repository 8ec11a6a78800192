/** Throughline's sign: one line that runs from the first point to the last. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#4263eb" />
      <path
        d="M7 21h6.5a4 4 0 0 0 4-4v-2a4 4 0 0 1 4-4H25"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <circle cx="7" cy="21" r="2.6" fill="#fff" />
      <circle cx="25" cy="11" r="2.6" fill="#fff" />
    </svg>
  );
}
