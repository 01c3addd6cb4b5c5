import { type Actor } from '../platform/http/index.js';
import { type Purpose } from '../platform/policy/index.js';

/** Kinds of mail that somebody can turn off, with what is said of each. */
export const refusableCategories = ['contact_requests', 'profile_views', 'alerts', 'consent'] as const;
export type RefusableCategory = (typeof refusableCategories)[number];
/** Kinds of mail with a link below them that ends them: `news` come with a consent only, and the link takes it back. */
export type LeavableCategory = RefusableCategory | 'news';
/** `essential`: about the account and what was asked for; it cannot be turned off. */
export type NoticeCategory = LeavableCategory | 'essential';

/** What somebody allows who wants news. */
export const NEWS_PURPOSE = 'marketing_email' satisfies Purpose;

/** `of`: who gets such mails at all; everybody when it is null. */
export const categoryWords: Record<RefusableCategory, { readonly title: string; readonly says: string; readonly of: Actor['roles'][number] | null }> = {
  contact_requests: { title: 'Contact requests', says: 'An organisation wants to talk to you, or still waits for your answer', of: 'candidate' },
  profile_views: { title: 'Who saw your profile', says: 'Once a week, when an organisation looked at you', of: 'candidate' },
  alerts: { title: 'New matches', says: 'Somebody new fits a search you saved', of: 'recruiter' },
  consent: { title: 'Consents that end', says: 'A month before something you allowed ends by itself, and when it has ended', of: null },
};
