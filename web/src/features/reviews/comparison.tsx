import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { comparisonQuery, type Evaluators, type Figures, readInterview } from '../../api/review-queries.js';
import { count } from '../../lib/format.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import '../../ui/mantine-forms.css';
import { Notice } from '../../ui/notice.js';
import { ReasonForm } from './reason-form.js';
import styles from './reviews.module.css';
import { SideBySide } from './side-by-side.js';

interface Props {
  evaluators: Evaluators;
  chosen: { first?: string; second?: string };
  onChoose: (chosen: { first?: string; second?: string }) => void;
}

/** Two evaluators over the interviews both have scored. */
export function Comparison({ evaluators: { known }, chosen, onChoose }: Props) {
  const first = chosen.first ?? known[0]?.key ?? '';
  const second = chosen.second ?? known.find(({ key }) => key !== first)?.key ?? '';
  const options = known.map(({ key, evaluator, version, rubric, interviews }) => ({ value: key, label: `${evaluator}, version ${version}, ${rubric}: ${count(interviews, 'interview')}` }));
  if (known.length < 2) return <p>There is one evaluator at most, so there is nothing to compare. Score interviews once more with another.</p>;
  return (
    <div className={styles.part}>
      <div className={styles.form}>
        <NativeSelect id="first" label="One" data={options} value={first} onChange={({ currentTarget }) => onChoose({ first: currentTarget.value, second })} />
        <NativeSelect id="second" label="The other" data={options} value={second} onChange={({ currentTarget }) => onChoose({ first, second: currentTarget.value })} />
      </div>
      {first === second ? <p>Choose two that differ.</p> : <Compared key={`${first} ${second}`} first={first} second={second} />}
    </div>
  );
}

function Compared({ first, second }: { first: string; second: string }) {
  return (
    <Loaded query={useQuery(comparisonQuery(first, second))} failed="They could not be compared." skeleton={<LinesSkeleton lines={6} />}>
      {({ interviews, atLeast, figures }) => (figures === null
        ? <p>Both have scored {count(interviews, 'interview')}. Below {atLeast} there are no figures, since they would speak of single people.</p>
        : <FigureBoard interviews={interviews} figures={figures} />)}
    </Loaded>
  );
}

function FigureBoard({ interviews, figures }: { interviews: number; figures: Figures }) {
  const { meanDifference, pearson, sameSide, mark, largest } = figures;
  const [opened, setOpened] = useState<Figures['largest'][number] | null>(null);
  return (
    <div className={styles.part}>
      <dl className={styles.figures}>
        <div><dt>Interviews both scored</dt><dd>{interviews.toLocaleString('en-GB')}</dd></div>
        <div><dt>Mean difference, the other minus one</dt><dd>{signed(meanDifference)}</dd></div>
        <div><dt>Pearson’s correlation</dt><dd>{pearson === null ? 'none: one gave all the same' : pearson.toFixed(3)}</dd></div>
        <div><dt>On the same side of {mark}</dt><dd>{(sameSide * 100).toFixed(1)} %</dd></div>
      </dl>
      <h3>Where they differ the most</h3>
      <table className={styles.differences}>
        <thead><tr><th scope="col">One</th><th scope="col">The other</th><th scope="col">Difference</th><th scope="col">Side of {mark}</th><th scope="col">Interview</th></tr></thead>
        <tbody>
          {largest.map((line) => (
            <tr key={line.interviewId}>
              <td data-label="One">{line.first}</td><td data-label="The other">{line.second}</td><td data-label="Difference">{signed(line.difference)}</td>
              <td data-label={`Side of ${mark}`}>{line.sameSide ? 'the same' : 'not the same'}</td>
              <td data-label="Interview"><Button size="compact-sm" variant="default" onClick={() => setOpened(line)}>Read<span className="visually-hidden"> the interview scored {line.first} and {line.second}</span></Button></td>
            </tr>
          ))}
        </tbody>
      </table>
      {opened && <Reading key={opened.interviewId} line={opened} />}
    </div>
  );
}

function Reading({ line: { interviewId, firstRun, secondRun, first, second } }: { line: Figures['largest'][number] }) {
  const reading = useMutation({ mutationFn: (reason: string) => readInterview({ interviewId, runs: [firstRun, secondRun], reason }) });
  return (
    <section className={styles.part} aria-labelledby="reading">
      <h3 id="reading" ref={focusOnce} tabIndex={-1}>The interview scored {first} and {second}</h3>
      {reading.data ? <><Notice kind="info">{reading.data.roleTitle}, {reading.data.levelTitle}. That you read it is written down.</Notice><SideBySide shown={reading.data} /></> : <ReasonForm busy={reading.isPending} error={reading.error} onReason={reading.mutate} />}
    </section>
  );
}

/** The same function each time, so that it is called when the heading comes and not at each change. */
const focusOnce = (heading: HTMLElement | null): void => heading?.focus();

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
