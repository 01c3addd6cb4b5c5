const YEAR = /\b(?:19|20)\d{2}\b/;
const REST = /\b(?:19|20)\d{2}\b|\p{L}+|\d+/gu;
const MOST_OTHER_WORDS = 4;

/** True for a few words around a year, such as `03/2017 – heute`: they belong to the line beside them. */
export function isDateLabel(text: string): boolean {
  return YEAR.test(text) && text.length <= 40 && (text.match(REST)?.filter((word) => !YEAR.test(word)).length ?? 0) <= MOST_OTHER_WORDS;
}
