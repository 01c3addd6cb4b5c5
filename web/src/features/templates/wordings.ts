export const MOST_WORDINGS = 12;
const LONGEST = 80;

/** The words that people use for a point, from one line with commas between them. */
export const wordingsIn = (line: string): string[] =>
  [...new Set(line.split(',').map((word) => word.trim().slice(0, LONGEST)).filter((word) => word !== ''))].slice(0, MOST_WORDINGS);
