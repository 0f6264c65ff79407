/** The product's mark: a seed crossed by threads. */
export function Mark({ size = 16, stroke = 1.5 }: { readonly size?: number; readonly stroke?: number }) {
  return (
    <svg
      className="i c-accent"
      viewBox="0 0 24 24"
      style={{ width: size, height: size, strokeWidth: stroke }}
      aria-hidden="true"
    >
      <path d="M12 2.75c5.4 4.4 6.6 12.4 0 18.5c-6.6 -6.1 -5.4 -14.1 0 -18.5z" />
      <path d="M12 7v14" />
      <path d="M7.6 11.2c2.6 1.5 6.2 1.5 8.8 0" />
      <path d="M7.9 15.4c2.4 1.3 5.8 1.3 8.2 0" />
    </svg>
  );
}
