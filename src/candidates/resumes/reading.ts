/** The kinds of file a resume may be, told by their content. */
export const resumeFormats = ['pdf', 'docx', 'txt'] as const;
export type ResumeFormat = (typeof resumeFormats)[number];

/** Why a file could not be read, as the child process says it. */
export const readingFaults = [
  'unknown_format', 'encrypted', 'has_macros', 'too_many_pages', 'too_long', 'too_much_inside', 'no_text', 'hidden_text', 'disguised', 'unreadable',
] as const;
export type ReadingFault = (typeof readingFaults)[number];

/** The limits the child process holds itself to, besides those put on it from outside. */
export interface ReadingLimits {
  readonly pages: number;
  readonly characters: number;
  /** What an archive may hold once unpacked, in bytes and in files. */
  readonly unpackedBytes: number;
  readonly entries: number;
}

/** A line as people see it, and how large its largest letters are (points; 0 when the format does not say). */
export interface TextLine {
  readonly text: string;
  readonly size: number;
}

/** The text of a file in reading order, before anything personal is taken out of it. Never leaves the child process. */
export interface FileText {
  readonly format: ResumeFormat;
  readonly lines: readonly TextLine[];
  readonly pages: number;
  /** Whom the file names as its author: often the person. */
  readonly author: string | null;
  /** What is written in it so that nobody sees it, and certainly so. */
  readonly hidden: string;
}

export const personalKinds = ['name', 'e-mail', 'phone', 'address', 'link', 'birth date', 'personal detail'] as const;
export type PersonalKind = (typeof personalKinds)[number];

export const educationLevels = ['doctorate', 'master', 'bachelor', 'vocational', 'school'] as const;
export type EducationLevel = (typeof educationLevels)[number];

export const languageLevels = ['native', 'fluent', 'advanced', 'intermediate', 'basic', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export type LanguageLevel = (typeof languageLevels)[number];

/** A time at work. `from` and `until` are `YYYY-MM`, or `YYYY` where the resume says no more; `until` null: still there. */
export interface Position {
  readonly title: string | null;
  readonly employer: string | null;
  readonly from: string;
  readonly until: string | null;
}

export interface Education {
  readonly level: EducationLevel;
  readonly what: string;
  readonly year: number | null;
}

/** `code` after ISO 639-1. */
export interface SpokenLanguage {
  readonly code: string;
  readonly level: LanguageLevel | null;
}

/** A skill of the dictionary and the redacted line it was first seen in. */
export interface SeenSkill {
  readonly id: string;
  readonly line: string | null;
}

/** What was found in a resume: all that leaves the child process, with nothing personal in it. */
export interface Reading {
  readonly format: ResumeFormat;
  readonly pages: number;
  readonly words: number;
  readonly skills: readonly SeenSkill[];
  readonly positions: readonly Position[];
  /** Years at work, overlaps counted once, to one decimal; null when the resume does not say. */
  readonly years: number | null;
  readonly education: readonly Education[];
  readonly languages: readonly SpokenLanguage[];
  /** Which kinds of personal data were found and left out. */
  readonly leftOut: readonly PersonalKind[];
}

export type ReadingAnswer = { readonly read: Reading } | { readonly fault: ReadingFault };

/** A file that cannot be taken, and why. */
export class Refusal extends Error {
  readonly fault: ReadingFault;

  constructor(fault: ReadingFault) {
    super(fault);
    this.fault = fault;
  }
}
