import { Button } from '@mantine/core';
import { type ReactNode } from 'react';
import { type TemplateContent } from '../../api/template-queries.js';
import { count } from '../../lib/format.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './templates.module.css';

interface Props {
  content: TemplateContent;
  /** How many of its questions can be asked. */
  askable: number;
  back: ReactNode;
  onBegin: () => void;
}

/** Before a recruiter takes their own interview: what it is, and that nothing of it is kept. */
export function PreviewOpening({ content: { questions, aiScoring, jobTitle }, askable, back, onBegin }: Props) {
  const unfinished = questions.length - askable;
  return (
    <>
      <PageHeading title="Take it yourself" above={back} lead="As candidates meet it: the same questions, the same clocks, the same follow-ups. It runs in this browser alone. Nothing of it is stored, sent or counted, and your colleagues do not see it.">Take it yourself</PageHeading>
      <div className={styles.part}>
        <p>{jobTitle.trim() || 'A job without a title'}: {count(askable, 'question')}.{unfinished > 0 ? ` ${count(unfinished, 'question')} of your own ${unfinished === 1 ? 'is' : 'are'} not finished yet and left out.` : ''}</p>
        <p>At the end the built-in evaluator scores your answers, so that you see what it makes of them. {aiScoring ? 'An AI provider is not asked here.' : 'Candidates of this interview are rated by people: no program scores them.'}</p>
        {askable > 0
          ? <div className={styles.actions}><Button onClick={onBegin}>Begin</Button></div>
          : <p className={styles.soft}>There is nothing to ask yet. Add a question first.</p>}
      </div>
    </>
  );
}
