// Exponential, logarithm and power out of the four operations alone, whose results IEEE 754 fixes to the last bit: the
// engine's own Math functions may differ between versions and processors. Methods and constants are those of fdlibm
// (Sun Microsystems 1993, e_exp.c and e_log.c: "Permission to use, copy, modify, and distribute this software is freely
// granted, provided that this notice is preserved").

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/** e^x; error below 1 unit in the last place. */
export function exp(x: number): number {
  if (x > 709.782712893384) return Infinity;
  if (!(x > -745.1332191019411)) return Number.isNaN(x) ? Number.NaN : 0;
  const steps = Math.abs(x) < 0.34657359027997264 ? 0 : Math.trunc(x * Math.LOG2E + (x < 0 ? -0.5 : 0.5));
  const high = x - steps * ln2High;
  const low = steps * ln2Low;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))));
  const y = steps === 0 ? 1 - ((r * c) / (c - 2) - r) : 1 - (low - (r * c) / (2 - c) - high);
  return scaled(y, steps);
}

/** The natural logarithm; −Infinity at 0, NaN below. Error below 1 unit in the last place. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  const { mantissa, exponent, top } = parts(x);
  // The upper half of [1, 2) counts from the next power of two down.
  const upper = top >= 0x6a09c ? 1 : 0;
  const k = exponent + upper;
  const f = (upper === 1 ? mantissa / 2 : mantissa) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const rest = odd + even;
  if (top >= 0x6147a && top <= 0x6b851) {
    const half = 0.5 * f * f;
    return k * ln2High - (half - (s * (half + rest) + k * ln2Low) - f);
  }
  return k * ln2High - (s * (f - rest) - k * ln2Low - f);
}

/** x^y for x ≥ 0: exact multiplication for small whole y, else e^(y ln x) with a relative error below 10^−13 for results within 10^±100. */
export function power(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (x === 0) return y > 0 ? 0 : Infinity;
  if (Number.isInteger(y) && Math.abs(y) <= 32) {
    let product = 1;
    for (let k = 0; k < Math.abs(y); k++) product *= x;
    return y < 0 ? 1 / product : product;
  }
  return exp(y * ln(x));
}

/** ln of the gamma function at x > 0; relative error below 10^−13 (C. Lanczos 1964, with the coefficients of P. Godfrey, g = 607/128). */
export function lnGamma(x: number): number {
  const g = 607 / 128;
  let sum = lanczos[0] ?? 0;
  for (let k = 1; k < lanczos.length; k++) sum += (lanczos[k] ?? 0) / (x + k - 1);
  const t = x + g - 0.5;
  return 0.9189385332046728 + ln(sum) + (x - 0.5) * ln(t) - t;
}

const lanczos = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125, -0.00021026444172410488,
  0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5, -2.6190838401581408e-5, 3.6899182659531625e-6,
];

const memory = new DataView(new ArrayBuffer(8));

/** Mantissa in [1, 2), its upper 20 bits behind the point, and the exponent of a positive number. */
function parts(x: number): { readonly mantissa: number; readonly exponent: number; readonly top: number } {
  const subnormal = x < 2.2250738585072014e-308;
  memory.setFloat64(0, subnormal ? x * 18014398509481984 : x);
  const high = memory.getUint32(0);
  const top = high & 0xfffff;
  memory.setUint32(0, top | 0x3ff00000);
  return { mantissa: memory.getFloat64(0), exponent: (high >>> 20) - 1023 - (subnormal ? 54 : 0), top };
}

/** y · 2^k, for y near 1. */
function scaled(y: number, k: number): number {
  if (k < -1021) return y * powerOfTwo(k + 1000) * powerOfTwo(-1000);
  return k > 1023 ? y * powerOfTwo(k - 1) * 2 : y * powerOfTwo(k);
}

function powerOfTwo(k: number): number {
  memory.setUint32(0, (k + 1023) << 20);
  memory.setUint32(4, 0);
  return memory.getFloat64(0);
}
