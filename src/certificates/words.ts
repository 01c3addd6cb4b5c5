import { type CertificateFacts } from './facts.js';

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** `22 May 2027`, reckoned in UTC like the end of a certificate. */
export const dayInWords = (at: Date): string => DAY.format(at);

/** `22 May 2027 at 10:15 UTC`. */
export const momentInWords = (at: Date): string => `${MOMENT.format(at)} UTC`;

/** `Software engineer, Mid-level`: what a certificate is for. */
export const certificateTitle = ({ roleTitle, levelTitle }: Pick<CertificateFacts, 'roleTitle' | 'levelTitle'>): string => [roleTitle, levelTitle].filter((part) => part !== '').join(', ');

/** Whose questions were asked, where the role is called by the candidate's own words; null where the role says it. */
export const questionsInWords = ({ roleTitle, questionSet = roleTitle }: { readonly roleTitle: string; readonly questionSet?: string | undefined }): string | null =>
  (questionSet.toLowerCase() === roleTitle.toLowerCase() ? null : `From the set “${questionSet}”; the candidate named the role`);

/** Who judged, by name and version. */
export function evaluatorInWords({ evaluator: { name, version, builtIn, person } }: Pick<CertificateFacts, 'evaluator'>): string {
  const program = builtIn ? `Built-in evaluator, version ${version}` : `${name}, version ${version}`;
  return person ? `${program}; a person looked at it and decided` : program;
}

/** Who wrote down what was said; whatever the candidate wrote is said plainly. */
export function transcriptInWords({ transcripts, transcribers }: Pick<CertificateFacts, 'transcripts' | 'transcribers'>): string {
  const programs = transcribers.length > 0 ? transcribers.join(' and ') : 'a program';
  const said = { typed: 'typed by the candidate', program: `spoken, and written down by ${programs}`, edited: `spoken, written down by ${programs} and changed by the candidate` };
  const ways = (['program', 'edited', 'typed'] as const).filter((way) => transcripts.includes(way)).map((way) => said[way]);
  if (ways.length < 2) return capital(ways.join(''));
  return ways.map((way) => `Some answers were ${way}`).join('. ');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
