/** The digit that makes `digits` and it pass the Luhn check (ISO/IEC 7812-1, annex B). Other characters do not count. */
export function luhnDigit(digits: string): string {
  const sum = luhnSum(digits.replaceAll(/\D/gu, ""), true);
  return String((10 - (sum % 10)) % 10);
}

/** Whether a number of at least 12 digits passes the Luhn check. */
export function passesLuhn(number: string): boolean {
  const digits = number.replaceAll(/\D/gu, "");
  return digits.length >= 12 && luhnSum(digits, false) % 10 === 0;
}

function luhnSum(digits: string, doubleLast: boolean): number {
  let sum = 0;
  let double = doubleLast;
  for (let i = digits.length - 1; i >= 0; i--) {
    const digit = digits.charCodeAt(i) - 48;
    sum += double ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
    double = !double;
  }
  return sum;
}
