/** Writes 1 to 99 in the Chinese numerals that articles use: 五, 十二, 三十. */
export function hanNumber(number: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const tens = Math.floor(number / 10);
  const ones = digits[number % 10] ?? '';
  if (tens === 0) return ones;
  return `${tens > 1 ? (digits[tens] ?? '') : ''}十${ones}`;
}
