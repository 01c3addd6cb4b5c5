const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** A text in small letters without accents, to be compared: `José` and `JOSE` are the same. */
export function folded(text: string): string {
  return text.toLowerCase().replace(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter] ?? letter).normalize('NFD').replace(/\p{M}/gu, '');
}
