import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { policyQuery } from '../../api/queries.js';
import { useDeviceDocument } from '../../lib/use-device-document.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { type Plan, type Wish } from './examiner-words.js';
import { GuestInterview } from './guest-interview.js';
import { type GuestParts } from './guest-parts.js';
import { SetUp } from './set-up.js';
import { useAllFonts } from './use-all-fonts.js';
import { alone, useExaminer } from './use-examiner.js';

interface Going {
  readonly wish: Wish;
  readonly plan: Plan;
}

/** Whole interviews without an account, all in this browser. */
export function GuestPractice({ parts }: { parts: GuestParts }) {
  const [going, setGoing] = useState<Going | null>(null);
  const [before, setBefore] = useState<Wish | null>(null);
  /** What was asked before in this page, the oldest first, so that the next interview asks something else. */
  const [seen, setSeen] = useState<readonly string[]>([]);
  const examiner = useExaminer();
  useAllFonts();
  // At once: later, loading the page anew would lose what was said.
  const ready = useDeviceDocument(true);
  const policy = useQuery(policyQuery);
  const roles = useQuery({
    ...alone, enabled: examiner !== null, staleTime: Infinity, queryKey: ['guest', 'roles'],
    queryFn: () => examiner?.ask({ kind: 'roles' }) ?? Promise.reject(new Error('There is nobody to ask yet.')),
  });
  const fault = roles.error ?? policy.error;
  if (fault) return <Failure title="The questions could not be loaded." error={fault} />;
  if (!ready || !examiner || !roles.data || !policy.data) return <div aria-busy="true"><LinesSkeleton lines={6} height={28} /></div>;
  if (!going) return <SetUp examiner={examiner} roles={roles.data} limits={policy.data.limits} seen={seen} before={before} parts={parts} onStarted={(wish, plan) => setGoing({ wish, plan })} />;
  const again = (): void => {
    const asked = going.plan.questions.map(({ questionId }) => questionId);
    setSeen((earlier) => [...earlier.filter((id) => !asked.includes(id)), ...asked]);
    setBefore(going.wish);
    setGoing(null);
  };
  return <GuestInterview examiner={examiner} wish={going.wish} plan={going.plan} policy={policy.data} parts={parts} onAgain={again} />;
}
