import { useQuery } from '@tanstack/react-query';
import { questionVoice, voiceQuery } from '../../api/speech.js';
import { type GuestQuestion, type Wish } from './examiner-words.js';

/**
 * Where a guest hears a question; null: from this device alone. What is asked back rests on what was said, and questions chosen
 * by a pasted text rest on that: to fetch their sound would tell something of it, so nobody is asked for those.
 */
export function useGuestVoice({ jobDescription, resume }: Wish, { questionId, follows }: GuestQuestion): string | null | undefined {
  const tellsNothing = follows === null && jobDescription.trim() === '' && resume.trim() === '';
  const { data: name, isError } = useQuery({ ...voiceQuery, enabled: tellsNothing });
  if (!tellsNothing || isError) return null;
  if (name === undefined) return undefined;
  return name === null ? null : questionVoice(questionId);
}
