/** The probability that a count whose mean is `mean` (Poisson) is `count` or more. */
export function chanceOfAtLeast(count: number, mean: number): number {
  if (count <= 0) return 1;
  if (mean <= 0) return 0;
  // Far above the mean the sum below would lose what is left of 1; far below, it is 1 in all digits.
  if (count > mean + 12 * Math.sqrt(mean) + 12) return 0;
  let term = Math.exp(-mean);
  // Of a large mean, exp underflows: the normal approximation is good to far more than is asked here.
  if (term === 0) return count <= mean ? 1 : Math.exp(-((count - mean) ** 2) / (2 * mean)) / 2;
  let below = 0;
  for (let k = 0; k < count; k++) {
    below += term;
    term *= mean / (k + 1);
  }
  return Math.max(0, 1 - below);
}
