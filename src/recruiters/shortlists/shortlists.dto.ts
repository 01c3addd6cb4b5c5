import { z } from 'zod';
import { cardView } from '../search/search.dto.js';
import { type TalentCards } from '../search/talent-cards.js';
import { type Entry, MOST, referenceOf, type ShortlistLine, stages } from './shortlist.js';
import { type SignedNote } from './shortlist-entries.js';
import { type ShownEntry } from './shortlists.js';

const moment = z.string().meta({ format: 'date-time' });
const noNul = (text: string): boolean => !text.includes('\0');
const NO_NUL = 'Remove the character that cannot be stored (NUL).';
const line = (most: number, empty: string) => z.string().transform((text) => text.replace(/\s+/g, ' ').trim()).pipe(z.string().min(1, empty).max(most, `Use at most ${most} characters.`).refine(noNul, NO_NUL));

export const shortlistBody = z.strictObject({ name: line(80, 'Give it a name.') });
export const shortlistsQuery = z.object({ talentId: z.uuid().optional() });
export const entryBody = z.strictObject({ talentId: z.string().max(100) });
export const moveBody = z.strictObject({ entryIds: z.array(z.uuid()).min(1, 'Choose somebody.').max(MOST.entries), stage: z.enum(stages) });
export const tagsBody = z.strictObject({
  tags: z.array(line(40, 'Write a tag.')).max(MOST.tags, `Use at most ${MOST.tags} tags.`)
    .transform((tags) => tags.filter((tag, index) => tags.findIndex((other) => other.toLowerCase() === tag.toLowerCase()) === index)),
});
export const noteBody = z.strictObject({ text: z.string().trim().min(1, 'Write something.').max(4000, 'Use at most 4,000 characters.').refine(noNul, NO_NUL) });

export const shortlistView = z.object({ id: z.uuid(), name: z.string() }).meta({ id: 'Shortlist' });
export const shortlistsView = z
  .object({ shortlists: z.array(z.object({ id: z.uuid(), name: z.string(), people: z.number().int(), changedAt: moment, entryId: z.uuid().nullable() }).meta({ id: 'ShortlistLine' })) })
  .meta({ id: 'Shortlists' });

/** `person` is null when the organisation can no longer see them. Who it is stands in their profile, where each look is written down for them. */
const entryFields = {
  id: z.uuid(), shortlistId: z.uuid(), reference: z.string(), stage: z.enum(stages), tags: z.array(z.string()), noteCount: z.number().int(), addedAt: moment, person: cardView.nullable(),
};
export const entryView = z.object(entryFields).meta({ id: 'ShortlistEntry' });
export const entryWithNotesView = z
  .object({ ...entryFields, notes: z.array(z.object({ id: z.uuid(), text: z.string(), author: z.string().nullable(), isYours: z.boolean(), writtenAt: moment })) })
  .meta({ id: 'ShortlistEntryWithNotes' });
export const shortlistWithEntriesView = z.object({ id: z.uuid(), name: z.string(), entries: z.array(entryView) }).meta({ id: 'ShortlistWithEntries' });
export const movedView = z.object({ moved: z.number().int() }).meta({ id: 'MovedEntries' });

export type ShortlistBody = z.infer<typeof shortlistBody>;
export type EntryBody = z.infer<typeof entryBody>;
export type MoveBody = z.infer<typeof moveBody>;
export type TagsBody = z.infer<typeof tagsBody>;
export type NoteBody = z.infer<typeof noteBody>;
export type ShortlistView = z.infer<typeof shortlistView>;
export type ShortlistsView = z.infer<typeof shortlistsView>;
export type EntryView = z.infer<typeof entryView>;
export type EntryWithNotesView = z.infer<typeof entryWithNotesView>;
export type ShortlistWithEntriesView = z.infer<typeof shortlistWithEntriesView>;

export const asLine = ({ changedAt, ...line }: ShortlistLine): ShortlistsView['shortlists'][number] => ({ ...line, changedAt: changedAt.toISOString() });

export function asEntry({ entry, talent }: ShownEntry, cards: TalentCards): EntryView {
  const { id, shortlistId, stage, tags, notes, addedAt }: Entry = entry;
  return { id, shortlistId, reference: referenceOf(id), stage, tags: [...tags], noteCount: notes, addedAt: addedAt.toISOString(), person: talent && cards.of(talent) };
}

export function asEntryWithNotes({ notes, ...shown }: ShownEntry & { notes: SignedNote[] }, actorId: string, cards: TalentCards): EntryWithNotesView {
  return { ...asEntry(shown, cards), notes: notes.map(({ authorId, writtenAt, ...note }) => ({ ...note, isYours: authorId === actorId, writtenAt: writtenAt.toISOString() })) };
}
