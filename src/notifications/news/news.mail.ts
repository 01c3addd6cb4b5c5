import { type Delivery } from '../notifications.js';
import { type NewsText } from './news.repository.js';

export const NEWS_TEMPLATE = 'news';

/** News as a mail: each line is a paragraph, and web addresses in it are links. */
export function newsMail({ subject, text }: NewsText, dedupe?: string): Omit<Delivery['mail'], 'action'> {
  return { template: NEWS_TEMPLATE, ...(dedupe === undefined ? {} : { dedupe }), subject, heading: subject, paragraphs: text.split(/\s*\n\s*/), linksAddresses: true };
}
