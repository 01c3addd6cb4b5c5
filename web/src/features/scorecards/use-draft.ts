import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type CardMark, type Rating, reviewedKey, type ReviewedInterview, saveScorecard } from '../../api/reviewed-queries.js';

const QUIET_MS = 700;

export interface Draft {
  rating: Rating;
  change: (part: Partial<Rating>) => void;
  mark: (position: number, part: Partial<Omit<CardMark, 'position'>>) => void;
  markOf: (position: number) => CardMark | undefined;
  /** What was typed for an answer before it had a mark. */
  noteOf: (position: number) => string;
  /** Sends nothing more: it is submitted. */
  leave: () => void;
  saving: { savedAt: string | null; error: unknown };
}

/** One's own rating while it is made: kept on the server shortly after each change, one after the other. */
export function useDraft(invitationId: string, start: Rating, savedBefore: string | null): Draft {
  const [rating, setRating] = useState(start);
  const [loose, setLoose] = useState<Readonly<Record<number, string>>>({});
  const queryClient = useQueryClient();
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; rating: Rating } | null>(null);
  const { mutate, data, error } = useMutation({ mutationFn: (next: Rating) => saveScorecard(invitationId, next), scope: { id: `scorecard ${invitationId}` } });
  const leave = (): void => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
  };
  const send = useRef(mutate);
  useEffect(() => { send.current = mutate; }, [mutate]);
  // Whoever goes away within the quiet moment loses nothing.
  useEffect(() => () => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    send.current(waiting.current.rating);
  }, []);
  const change = (part: Partial<Rating>): void => {
    const next = { ...rating, ...part };
    setRating(next);
    // Whoever comes back to this page goes on where they were, however far the saving is.
    queryClient.setQueryData<ReviewedInterview>(reviewedKey(invitationId), (review) => review && withDraft(review, next));
    leave();
    waiting.current = { rating: next, timer: setTimeout(() => { waiting.current = null; mutate(next); }, QUIET_MS) };
  };
  const markOf = (position: number): CardMark | undefined => rating.marks.find((mark) => mark.position === position);
  const noteOf = (position: number): string => markOf(position)?.note ?? loose[position] ?? '';
  return {
    rating, change, leave, markOf, noteOf,
    mark: (position, part) => {
      const before = markOf(position);
      const next = { position, note: noteOf(position), ...before, ...part };
      // A note alone is no mark yet: it is kept here until there is one.
      if (next.mark === undefined) return setLoose({ ...loose, [position]: next.note });
      change({ marks: [...rating.marks.filter((mark) => mark.position !== position), { ...next, mark: next.mark }].sort((a, b) => a.position - b.position) });
    },
    saving: { savedAt: data?.mine.draft?.savedAt ?? savedBefore, error },
  };
}

function withDraft(review: ReviewedInterview, rating: Rating): ReviewedInterview {
  const { draft, submitted } = review.mine;
  const version = draft?.version ?? (submitted[0]?.version ?? 0) + 1;
  return { ...review, mine: { submitted, draft: { ...rating, version, mean: null, savedAt: draft?.savedAt ?? new Date().toISOString(), submittedAt: null } } };
}
