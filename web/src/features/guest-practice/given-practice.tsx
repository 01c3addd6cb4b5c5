import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { policyQuery } from '../../api/queries.js';
import { useDeviceDocument } from '../../lib/use-device-document.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { type Script, type Wish } from './examiner-words.js';
import { GuestInterview } from './guest-interview.js';
import { type GuestParts } from './guest-parts.js';
import { useAllFonts } from './use-all-fonts.js';
import { alone, useExaminer } from './use-examiner.js';

interface Props {
  script: Script;
  parts: GuestParts;
  /** What is said before the first question; it gets the way to begin. */
  opening: (begin: () => void) => ReactNode;
}

/** An interview that somebody else has put together, taken all in this browser: asked, timed and scored as it will be, and gone with the page. */
export function GivenPractice({ script, parts, opening }: Props) {
  const [round, setRound] = useState(0);
  const [isGoing, setGoing] = useState(false);
  const examiner = useExaminer();
  useAllFonts();
  const ready = useDeviceDocument(true);
  const policy = useQuery(policyQuery);
  const plan = useQuery({
    ...alone, enabled: examiner !== null, staleTime: Infinity, queryKey: ['guest', 'given', script],
    queryFn: () => examiner?.ask({ kind: 'given', script }) ?? Promise.reject(new Error('There is nobody to ask yet.')),
  });
  const fault = plan.error ?? policy.error;
  if (fault) return <Failure title="The questions could not be loaded." error={fault} />;
  if (!ready || !examiner || !plan.data || !policy.data) return <div aria-busy="true"><LinesSkeleton lines={6} height={28} /></div>;
  if (!isGoing) return opening(() => setGoing(true));
  const { retakes } = script;
  const limits = { ...policy.data.limits, retakes: { coach: retakes, live: retakes } };
  return <GuestInterview key={round} examiner={examiner} wish={wishOf(script)} plan={plan.data} policy={{ ...policy.data, limits }} parts={parts} onAgain={() => { setRound(round + 1); setGoing(false); }} />;
}

/** Timed and without help, as it will be. The title stands for what the questions were chosen by, so that their sound is fetched from nobody. */
const wishOf = ({ roleTitle, levelId, questions, answerKinds }: Script): Wish => ({
  roleId: '', levelId, questionCount: questions.length, mode: 'live', answerKind: answerKinds[0] ?? 'text', jobDescription: roleTitle, resume: '',
});
