const bars = { low: 1, medium: 2, high: 3 } as const;

interface ConfidenceBarsProps {
  readonly confidence: keyof typeof bars;
  /** Why: shown on hover. */
  readonly reasons?: readonly string[];
}

/** Three bars for how sure a suggestion is. */
export function ConfidenceBars({ confidence, reasons = [] }: ConfidenceBarsProps) {
  const label = `${confidence[0]?.toUpperCase() ?? ""}${confidence.slice(1)} confidence`;
  return (
    <span
      className="conf"
      data-v={bars[confidence]}
      role="img"
      aria-label={label}
      title={[label, ...reasons].join("\n")}
    >
      <i />
      <i />
      <i />
    </span>
  );
}
