const EMAIL = /[\w.%+-]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}/i;
/** The end of a link that opens something, and the tokens of cookies and programs. */
const TOKEN = /[#?&]token=[\w-]{16,}|session_token=[\w%.-]{16,}|bearer\s+[\w.-]{16,}/i;

/** The numbers of the lines of a log that hold an address or a token, from 1. */
export function linesWithPeople(log: string): number[] {
  return log.split('\n').flatMap((line, index) => (EMAIL.test(line) || TOKEN.test(line) ? [index + 1] : []));
}
