/** "21 November 2026 (UTC)", as mails say a day. */
export function dayInUtc(moment: Date): string {
  return `${moment.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })} (UTC)`;
}
