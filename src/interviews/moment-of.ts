const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** `21 November 2026 at 23:30 (UTC)`: a moment in a sentence for somebody whose zone nobody asked for. */
export const momentOf = (at: Date): string => `${MOMENT.format(at)} (UTC)`;
