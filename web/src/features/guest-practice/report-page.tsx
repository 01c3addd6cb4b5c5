import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPrinter } from '@tabler/icons-react';
import { type PlayedPart } from '../../speaking/played-part.js';
import { Failure } from '../../ui/failure.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { answerFrom } from './draft.js';
import { type Examiner } from './examiner.js';
import { FOLLOW_UP_PLACE } from './examiner-words.js';
import { type GuestParts } from './guest-parts.js';
import styles from './guest-practice.module.css';
import { alone } from './use-examiner.js';
import { type GuestInterview } from './use-guest-interview.js';

interface Props {
  examiner: Examiner;
  interview: GuestInterview;
  scoreAbove: string;
  parts: GuestParts;
  onAgain: () => void;
}

/** What came of it, from the number down to the words it rests on. It is nowhere but here. */
export function ReportPage({ examiner, interview: { plan, draftAt }, scoreAbove, parts: { review, again, onward }, onAgain }: Props) {
  const answers = plan.questions.map(({ position }) => answerFrom(position, draftAt(position)));
  const report = useQuery({ ...alone, staleTime: Infinity, queryKey: ['guest', 'report'], queryFn: () => examiner.ask({ kind: 'report', plan, answers, scoreAbove }) });
  const tapesAt = (position: number): PlayedPart[] => (draftAt(position).take?.parts ?? []).map(({ blob, durationMs }) => ({ source: blob, durationMs }));
  return (
    <>
      <PageHeading title="Your report" lead={`${plan.roleTitle}, ${plan.levelTitle}. Judged in this browser, as of now.`}>Your report</PageHeading>
      <div className={styles.gone}>
        <Notice kind="warning" title="This report is in this page alone" action={<Button variant="default" leftSection={<IconPrinter size={18} stroke={1.5} aria-hidden />} onClick={() => window.print()}>Print or save this page</Button>}>
          It is gone, and your recordings with it, when you close the page, load it again or go elsewhere. To keep the report, print it or save it as a PDF.
        </Notice>
      </div>
      {report.isError && <Failure title="Your answers could not be judged." error={report.error} again={() => void report.refetch()} />}
      {!report.data && !report.isError && <div aria-busy="true"><LinesSkeleton lines={8} height={28} /></div>}
      {report.data && <div className={styles.review}>{review(report.data, scoreAbove, (position) => ({ answer: tapesAt(position), followUp: tapesAt(FOLLOW_UP_PLACE + position) }))}</div>}
      <section className={styles.onward} aria-labelledby="onward">
        <h2 id="onward">What next</h2>
        <p>{again.says} This report and its recordings are gone then.</p>
        <Button variant="default" onClick={onAgain}>{again.verb}</Button>
        {onward}
      </section>
    </>
  );
}
