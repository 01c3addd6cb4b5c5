import { type Certificate, type CertificateLine } from '../../api/certificate-queries.js';
import { type ConsentState } from '../../api/generated/index.js';
import { count, daysUntil, showDay } from '../../lib/format.js';

/** "1:30 minutes", "42 seconds". */
export function showSeconds(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} seconds` : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} minutes`;
}

type Ended = NonNullable<CertificateLine['revokedBecause']>;

/** Why it does not hold any more, to whoever it was about. */
export const endedBecause: Readonly<Record<Ended, string>> = {
  clip_withdrawn: 'What you allowed of the video that was part of it has ended.',
  erased: 'Your account was deleted.',
  operator: 'Whoever runs this place revoked it, and has written to you how to object.',
  corrected: 'Another one with other words is in its place.',
  given_back: 'You gave it back.',
};

/** As far as the ledger says why: whoever only did not read a changed notice took nothing back. */
export function clipEndedBecause(because: NonNullable<ConsentState['ended']>['because'] | undefined): string {
  if (because === 'withdrawn') return 'You took the video back that was part of it.';
  return because === 'invalidated' ? 'The notice was changed under which you had allowed the video that was part of it, and that ended with the old text.' : endedBecause.clip_withdrawn;
}

/** How long one of a list still holds, or what became of it; null before it holds. */
export function lifetime({ state, issuedAt, validUntil, revokedBecause }: Pick<CertificateLine, 'state' | 'issuedAt' | 'validUntil' | 'revokedBecause'>, now: number): string | null {
  if (issuedAt === null || validUntil === null) return null;
  if (state === 'issued') return `${count(daysUntil(validUntil, now), 'day')} left, until ${showDay(validUntil)}`;
  if (state === 'expired') return `Issued on ${showDay(issuedAt)}, valid until ${showDay(validUntil)}.`;
  if (state === 'revoked') return [`Issued on ${showDay(issuedAt)}.`, revokedBecause && endedBecause[revokedBecause]].filter(Boolean).join(' ');
  return null;
}

export const steps = ['waiting', 'clip', 'credential', 'paper', 'storing'] as const satisfies readonly NonNullable<Certificate['step']>[];

/** What is done, one after the other, while somebody waits. */
export const stepWords: Readonly<Record<(typeof steps)[number], string>> = {
  waiting: 'Your words are kept', clip: 'The video is cut', credential: 'It is signed', paper: 'Papers and pictures are drawn', storing: 'Everything is put away',
};

export const fileWords = {
  pdf_a4: 'PDF to print, A4', pdf_letter: 'PDF to print, US Letter', badge_png: 'Badge as a picture (PNG)', badge_svg: 'Badge as a drawing (SVG)', card_png: 'Picture for posts (PNG)',
  credential_json: 'Open Badge 3.0 credential (JSON)', credential_jwt: 'The same as a token (JWT)', clip: 'The video',
} as const satisfies Record<Certificate['files'][number], string>;
