/** `'7.421'` as `'7.42'`, cut off; with its third place where two would read as the threshold although it is above. */
export function shownScore(decimal: string, threshold: string): string {
  const short = decimal.slice(0, -1);
  return Number(short) === Number(threshold) && Number(decimal) > Number(threshold) ? decimal : short;
}
