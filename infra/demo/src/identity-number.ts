const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkDigits = '10X98765432';

/** The last character of an identity number (GB 11643: ISO 7064 MOD 11-2) for its first seventeen digits. */
export function checkDigitOf(digits: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return checkDigits.charAt(sum % 11);
}

/** No region has a code that begins with 9999: the number is well formed and belongs to nobody. */
export function identityNumberOf({ bornOn, sequence }: { bornOn: string; sequence: number }): string {
  const region = 999_901 + Math.floor(sequence / 1000);
  const digits = `${region}${bornOn.replaceAll('-', '')}${String(sequence % 1000).padStart(3, '0')}`;
  return digits + checkDigitOf(digits);
}
