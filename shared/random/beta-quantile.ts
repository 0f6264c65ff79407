import { exp, ln, lnGamma } from "../base/real-functions.ts";

/**
 * The share of the beta distribution with shapes a, b > 0 below x: the regularised incomplete beta function by its
 * continued fraction (W. J. Lentz 1976; Numerical Recipes, section 6.4). Relative error below 10^−12.
 */
export function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * ln(x) + b * ln(1 - x));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b;
}

const tiny = 1e-300;
const guarded = (value: number): number => (Math.abs(value) < tiny ? tiny : value);

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / guarded(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m <= 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guarded(1 + even * d);
    c = guarded(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guarded(1 + odd * d);
    c = guarded(1 + odd / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return h;
}

/** The value below which a share p of the beta distribution lies, by bisection to the last bit that matters (2^−52). */
export function betaQuantile(p: number, a: number, b: number): number {
  if (last.a !== a || last.b !== b) last = { a, b, quantiles: new Map() };
  const known = last.quantiles.get(p);
  if (known !== undefined) return known;
  let low = 0;
  let high = 1;
  for (let k = 0; k < 52; k++) {
    const middle = (low + high) / 2;
    if (betaShare(middle, a, b) < p) low = middle;
    else high = middle;
  }
  const quantile = (low + high) / 2;
  if (last.quantiles.size < mostKnown) last.quantiles.set(p, quantile);
  return quantile;
}

/** As many as a table has: each column's is made anew, mostly of the shapes that the one before had. */
const mostKnown = 4096;
let last: { readonly a: number; readonly b: number; readonly quantiles: Map<number, number> } = {
  a: Number.NaN,
  b: Number.NaN,
  quantiles: new Map(),
};
