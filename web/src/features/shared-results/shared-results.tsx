import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { readSharedResults, type SharedResults as Results } from '../../api/passing-on-queries.js';
import { useEffect } from 'react';
import { isProblem } from '../../api/problem.js';
import { domainInWords } from '../../lib/domain-in-words.js';
import { focusHeading } from '../../lib/focus-heading.js';
import { count, showDay, showDeadline } from '../../lib/format.js';
import { Failure } from '../../ui/failure.js';
import { Notice } from '../../ui/notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import styles from './shared-results.module.css';

type Person = Results['people'][number];

/** What somebody at a client is shown. Nothing is read, and nothing written down, before the button is pressed. */
export function SharedResults({ token }: { token: string | null }) {
  const reading = useMutation({ mutationFn: readSharedResults });
  if (reading.data) return <Shown results={reading.data} />;
  return (
    <>
      <PageHeading title="Shared results">Interview results for you</PageHeading>
      <div className={styles.before}>
        {token === null && <Notice kind="warning" title="The link is not complete">Open it again from the mail, or copy all of it into the address bar.</Notice>}
        {isProblem(reading.error, 'recruiters.client_link_over') && <Notice kind="warning" title="This link shows nothing any more">It may be over or taken back. Ask whoever sent it to you.</Notice>}
        {reading.isError && !isProblem(reading.error, 'recruiters.client_link_over') && <Failure title="The results could not be read." error={reading.error} />}
        {token !== null && (
          <>
            <p>Somebody shares what people said in an interview with you. Each time you open it is written down, and the people in it can see when.</p>
            <p>They can take back at any time that you see them. Please do not pass it on.</p>
            <Button loading={reading.isPending} onClick={() => reading.mutate(token)}>Show the results</Button>
          </>
        )}
      </div>
    </>
  );
}

function Shown({ results: { organisation, clientName, jobTitle, endsAt, people } }: { results: Results }) {
  useEffect(focusHeading, []);
  return (
    <>
      <PageHeading title={`Results: ${jobTitle}`} lead={`${organisation.name} (${domainInWords(organisation)}) shares this with you, for ${clientName}. The link works until ${showDeadline(endsAt)}.`}>{jobTitle}</PageHeading>
      <div className={styles.people}>
        {people.length === 0 && <Notice kind="info" title="Nobody is shown any more">What the people in it allowed has ended, or their results have.</Notice>}
        {people.map((person) => <OnePerson key={`${person.name} ${person.submittedAt}`} person={person} />)}
      </div>
    </>
  );
}

function OnePerson({ person: { name, submittedAt, competencies, answers, ...scores } }: { person: Person }) {
  return (
    <article className={styles.person}>
      <h2>{name}</h2>
      <p className={styles.soft}>Handed in on {showDay(submittedAt)}, {count(answers.length, 'answer')}.</p>
      <p>{scoreInWords(scores)}</p>
      {competencies.length > 0 && (
        <dl className={styles.scores}>{competencies.map(({ title, shown }) => <div key={title}><dt>{title}</dt><dd>{shown} of 10</dd></div>)}</dl>
      )}
      <ol className={styles.answers}>
        {answers.map(({ question, text, followUp, shown }, index) => (
          <li key={index}>
            <h3>{question}</h3>
            {followUp !== null && <p className={styles.soft}>Asked after it: {followUp}</p>}
            {text === '' ? <p className={styles.soft}>Not answered.</p> : <blockquote className={styles.said}>{text}</blockquote>}
            {shown !== null && <p className={styles.soft}>Score: {shown} of 10</p>}
          </li>
        ))}
      </ol>
    </article>
  );
}

function scoreInWords({ score, evaluated, evaluator, judgedBy }: Pick<Person, 'score' | 'evaluated' | 'evaluator' | 'judgedBy'>): string {
  if (score === null) return judgedBy === 'people' ? 'People judge this interview; there is no score yet.' : 'There is no score.';
  const said = `${score.shown} of ${score.outOf}`;
  if (score.from === 'people') return `Score: ${said}, the mean of what people gave.`;
  if (score.from === 'evaluation') return `Score: ${said}, by ${evaluator === 'built-in' ? 'the built-in evaluator' : (evaluator ?? 'an evaluator')}.`;
  return `Score: ${said}, by a person${evaluated === null ? '' : ` in place of ${evaluated} by the evaluator`}.`;
}
