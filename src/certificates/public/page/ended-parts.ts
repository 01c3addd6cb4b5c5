import { dayInWords } from '../../words.js';
import { type ShownCertificate } from '../shown-certificate.repository.js';
import { html, type Markup } from './markup.js';

/** What is said of a certificate that is not to be seen: what became of it, and what that means. Nothing of it is personal. */
export interface Saying {
  readonly status: 200 | 404 | 410 | 429;
  readonly title: string;
  readonly says: readonly string[];
}

export const unknown: Saying = { status: 404, title: 'There is no certificate here', says: ['Perhaps a part of the link is missing. Ask whoever sent it to you to send it again.'] };

/** True whether its owner ended that, a changed notice did, or it went with the account: nothing is told about the person. */
const CONSENT_OVER = 'The consent it was shown under has ended.';

const BECAUSE: Readonly<Record<NonNullable<ShownCertificate['revokedBecause']>, string>> = {
  clip_withdrawn: CONSENT_OVER, erased: CONSENT_OVER, given_back: CONSENT_OVER,
  operator: 'Whoever runs this place took it back.', corrected: 'Another one was issued in its place. Ask whoever sent you this link for the new one.',
};

/** Null for one that is valid. */
export function sayingOf({ state, issuedAt, validUntil, revokedAt, revokedBecause }: ShownCertificate): Saying | null {
  switch (state) {
    case 'valid': return null;
    case 'hidden': return { status: 410, title: 'This certificate is not public', says: ['The person it was issued to does not show it at the moment. That says nothing about how good it is.', 'Ask them, if you need to see it.'] };
    case 'suspended': return { status: 200, title: 'This certificate is suspended', says: ['Whoever runs this place is looking into it. Until that is done, do not rely on it.'] };
    case 'expired': return { status: 200, title: 'This certificate has expired', says: [`It was issued on ${dayInWords(issuedAt)} and was valid until ${dayInWords(validUntil)}.`, 'What stood on it is deleted, as was promised to the person it was issued to.'] };
    case 'revoked': return {
      status: 200, title: 'This certificate was revoked',
      says: [`It was issued on ${dayInWords(issuedAt)} and revoked on ${dayInWords(revokedAt ?? issuedAt)}. It is no longer valid.`, ...(revokedBecause ? [BECAUSE[revokedBecause]] : []), 'What stood on it is deleted.'],
    };
  }
}

export const told = ({ title, says }: Saying): Markup => html`<main class="told"><h1>${title}</h1>${says.map((sentence) => html`<p>${sentence}</p>`)}</main>`;

export const toldSmall = ({ title, says: [first = ''] }: Saying): Markup => html`<main class="small"><p class="kicker">Viva Voce certificate</p><p class="small-name">${title}</p><p class="soft">${first}</p></main>`;
