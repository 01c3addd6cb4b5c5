import { z } from 'zod';
import { refusableCategories } from './categories.js';

const moment = z.string().meta({ format: 'date-time' });

export const notesQuery = z.object({ before: z.uuid('This place in the list does not exist. Begin at the top.').optional() });
export const notesView = z
  .object({
    notes: z.array(z.object({ id: z.uuid(), kind: z.string(), title: z.string(), body: z.string(), link: z.string().nullable(), writtenAt: moment, isRead: z.boolean() })),
    unread: z.number().int(),
    next: z.string().nullable(),
  })
  .meta({ id: 'Notes' });

/** Everything up to this note, itself included, was seen. */
export const readBody = z.strictObject({ upTo: z.uuid() });
export const unreadView = z.object({ unread: z.number().int() }).meta({ id: 'UnreadNotes' });

export const mailPreferencesView = z
  .object({ categories: z.array(z.object({ id: z.enum(refusableCategories), title: z.string(), says: z.string(), isWanted: z.boolean() })) })
  .meta({ id: 'MailPreferences' });
export const mailPreferencesBody = z.strictObject({ id: z.enum(refusableCategories), isWanted: z.boolean() });

export const unsubscribeBody = z.strictObject({ token: z.string().min(1).max(200) });
export const oneClickQuery = z.object({ token: z.string().min(1).max(200) });
/** `isConsent`: a consent was taken back, which is given again where consents are; other kinds are turned on again in the settings. */
export const unsubscribedView = z.object({ title: z.string(), isConsent: z.boolean() }).meta({ id: 'Unsubscribed' });

export type NotesView = z.infer<typeof notesView>;
export type MailPreferencesView = z.infer<typeof mailPreferencesView>;
export type MailPreferencesBody = z.infer<typeof mailPreferencesBody>;
