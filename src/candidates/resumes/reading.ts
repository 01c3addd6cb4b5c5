/** Why a file could not be read, as the child process says it. */
export const readingFaults = ['not_a_pdf', 'encrypted', 'too_many_pages', 'too_long', 'no_text', 'unreadable'] as const;
export type ReadingFault = (typeof readingFaults)[number];

/** The limits the child process holds itself to, besides those put on it from outside. */
export interface ReadingLimits {
  readonly pages: number;
  readonly characters: number;
}

/** What was read: the text of all pages, and how much it is. */
export interface Reading {
  readonly text: string;
  readonly pages: number;
  readonly words: number;
}

export type ReadingAnswer = { readonly read: Reading } | { readonly fault: ReadingFault };
