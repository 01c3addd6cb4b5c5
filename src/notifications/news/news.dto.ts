import { z } from 'zod';
import { type News } from './news.repository.js';

const moment = z.string().meta({ format: 'date-time' });
const storable = (value: string): boolean => !value.includes('\0');

const draft = {
  subject: z.string().trim().min(1, 'Enter a subject.').max(120, 'Use at most 120 characters.').regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'Write the subject in one line.'),
  text: z.string().trim().min(1, 'Write what is new.').max(10_000, 'Use at most 10,000 characters.').refine(storable, 'Remove the character that cannot be stored.'),
};

/** Plain text: each line is a paragraph, and web addresses become links. */
export const newsBody = z.strictObject(draft);
/** `before` is the `next` of the page before. */
export const newsQuery = z.object({ before: z.uuid('This place in the list does not exist. Begin at the top.').optional() });

/** `leftOut`: how many did not want it any more, or were gone, when their turn came. `finishedAt` is null while it goes out. */
const news = z.object({
  id: z.uuid(), subject: z.string(), text: z.string(), recipients: z.number().int(), sent: z.number().int(), leftOut: z.number().int(), sentAt: moment, finishedAt: moment.nullable(),
});
export const newsView = news.meta({ id: 'News' });
export const newsListView = z.object({ news: z.array(news), next: z.uuid().nullable() }).meta({ id: 'NewsList' });
/** The whole mail as plain text, and how many would get it now. */
export const newsPreviewView = z.object({ text: z.string(), recipients: z.number().int() }).meta({ id: 'NewsPreview' });
/** False when there is no confirmed address to send it to. */
export const newsTriedView = z.object({ isSent: z.boolean() }).meta({ id: 'NewsTried' });

export type NewsBody = z.infer<typeof newsBody>;
export type NewsView = z.infer<typeof newsView>;
export type NewsListView = z.infer<typeof newsListView>;
export type NewsPreviewView = z.infer<typeof newsPreviewView>;

export const asNews = (found: News): NewsView => ({ ...found, sentAt: found.sentAt.toISOString(), finishedAt: found.finishedAt?.toISOString() ?? null });
