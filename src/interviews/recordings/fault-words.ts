import { type MediaFault } from '../../platform/media/index.js';

/** What people are told of a recording that cannot be played. Their words are judged all the same. */
const WORDS: Readonly<Record<MediaFault, string>> = {
  empty: 'Nothing arrived of this recording.',
  not_media: 'What arrived is not a recording.',
  no_start: 'The beginning of this recording is missing, so it cannot be played.',
  no_picture: 'There is no picture in this recording.',
  no_sound: 'There is no sound in this recording.',
  silent: 'Nothing can be heard in this recording.',
  out_of_order: 'The pieces of this recording do not follow each other, so it cannot be played.',
  parts_differ: 'This recording was gone on with on a device that records in another way, and the two cannot be joined.',
  too_long: 'This recording is longer than an answer may be.',
  too_large: 'This recording is larger than an answer may be.',
  unreadable: 'This recording is damaged and cannot be played.',
  took_too_long: 'This recording could not be made playable in the time there is for it.',
};

const WHAT_NOW = 'What you wrote down of it stays, and you can record it anew while the interview is open.';

export function faultInWords(code: string): { code: string; says: string } {
  return { code, says: `${WORDS[code as MediaFault] ?? WORDS.unreadable} ${WHAT_NOW}` };
}
