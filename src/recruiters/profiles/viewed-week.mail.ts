import { type Delivery } from '../../notifications/index.js';

/** What an organisation saw of somebody within a week. */
export interface SeenBy {
  /** Its name with its domain. */
  readonly organisation: string;
  /** For whom it looked, each once. */
  readonly clients: readonly string[];
  /** Each once. */
  readonly fields: readonly string[];
}

const MOST = 20;
const FIELDS: Readonly<Record<string, string>> = { answers: 'best answers', availability: 'when you could begin', email: 'e-mail address' };

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** A field of a profile, as a mail names it. */
export const fieldInWords = (field: string): string => FIELDS[field] ?? field;

/** Who looked at somebody's profile, and what they saw of it. `week` is a Monday, `2026-11-16`. */
export function viewedWeekMail(week: string, seenBy: readonly SeenBy[]): Delivery['mail'] {
  const title = seenBy.length === 1 ? 'One organisation looked at your profile' : `${seenBy.length} organisations looked at your profile`;
  const others = seenBy.length - MOST;
  return {
    template: 'viewed-week',
    subject: title,
    heading: title,
    paragraphs: [
      `This is what they saw in the week from ${dayAfter(week, 0)} to ${dayAfter(week, 6)} (UTC), because you let employers find you:`,
      ...seenBy.slice(0, MOST).map(({ organisation, clients, fields }) => `${organisation}${clients.length > 0 ? `, for ${clients.join(', ')}` : ''}: ${fields.join(', ')}.`),
      ...(others > 0 ? [`And ${others} more.`] : []),
      'You decide what is shown, and you can stop it at any time.',
    ],
    action: { label: 'See who saw my profile', path: '/visibility/seen' },
  };
}

const dayAfter = (monday: string, days: number): string => DAY.format(new Date(Date.parse(`${monday}T00:00:00Z`) + days * 86_400_000));
