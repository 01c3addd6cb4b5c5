import { z } from 'zod';

/** The texts that are published here; each has an address of its own, `/legal/<name>`. */
export const noticeNames = ['privacy', 'cookies', 'processors', 'contact'] as const;

/** Words, some of them a link: to a path of our own, to another site, or `mailto:`. */
const text = z.array(z.union([z.string(), z.object({ text: z.string(), href: z.string() })]));

/** `now`: how this server is set up at this moment. It stands on the page, and is no part of the version. */
const now = z.boolean();

const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text, now }),
  z.object({ kind: z.literal('heading'), text, now }),
  z.object({ kind: z.literal('list'), items: z.array(text), now }),
  /** `names`: the terms are names as a browser or a log has them. */
  z.object({ kind: z.literal('facts'), facts: z.array(z.object({ term: z.string(), says: z.array(text) })), names: z.boolean(), now }),
]);

const part = z.object({ id: z.string(), title: z.string(), blocks: z.array(block) });

const published = { version: z.string(), publishedAt: z.string().meta({ format: 'date-time' }) };

export const noticeView = z.object({ notice: z.enum(noticeNames), title: z.string(), lead: z.string(), ...published, parts: z.array(part) }).meta({ id: 'LegalNotice' });

/** The newest first. */
export const noticeVersionsView = z.object({ versions: z.array(z.object({ ...published, says: z.string(), significant: z.boolean() })) }).meta({ id: 'LegalNoticeVersions' });

export type NoticeName = (typeof noticeNames)[number];
export type Text = z.infer<typeof text>;
export type Block = z.infer<typeof block>;
export type Part = z.infer<typeof part>;
export type NoticeView = z.infer<typeof noticeView>;
export type NoticeVersionsView = z.infer<typeof noticeVersionsView>;
