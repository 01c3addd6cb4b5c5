import { Button } from '@mantine/core';
import { useState } from 'react';
import { type TemplateMaterial, type TemplateQuestion } from '../../api/template-queries.js';
import { count } from '../../lib/format.js';
import { newId } from '../../lib/new-id.js';
import { BankPicker } from './bank-picker.js';
import { QuestionRow } from './question-row.js';
import styles from './templates.module.css';
import { type Part } from './use-draft.js';
import { keyOf, totalTime } from './words.js';

const MOST = 12;

/** What everybody is asked, in this order. */
export function QuestionSection({ material, ...part }: Part & { material: TemplateMaterial }) {
  const { content, set, faultOf } = part;
  const { questions, competencies } = content;
  const [isPicking, setPicking] = useState(false);
  const [said, setSaid] = useState('');
  const isFull = questions.length >= MOST;
  const put = (changed: TemplateQuestion[]): void => set({ questions: changed });
  const add = (question: TemplateQuestion, says: string): void => { put([...questions, question]); setSaid(says); };
  const move = (from: number, to: number): void => {
    const order = [...questions];
    order.splice(to, 0, ...order.splice(from, 1));
    put(order);
    setSaid(`It is question ${to + 1} now.`);
  };
  return (
    <section className={styles.part} aria-labelledby="the-questions">
      <h2 id="the-questions">Questions</h2>
      <p className={styles.soft} id="questions" tabIndex={-1}>
        {questions.length === 0 ? 'None yet. Pick some from the bank, or write your own.' : `${count(questions.length, 'question')}, ${totalTime(content, material)} in all. The program may ask one back where an answer leaves something open.`}
      </p>
      {faultOf('questions') && <p className={styles.fault}>{faultOf('questions')}</p>}
      <ol className={styles.questions}>
        {questions.map((question, index) => (
          <QuestionRow
            key={keyOf(question)} question={question} index={index} last={questions.length - 1} material={material} chosen={competencies} faultOf={faultOf} onMove={move}
            onChange={(changed) => put(questions.map((each, at) => (at === index ? changed : each)))}
            onRemove={() => { put(questions.filter((_, at) => at !== index)); setSaid(`Question ${index + 1} is taken away.`); focusQuestions(); }}
          />
        ))}
      </ol>
      <p role="status" className="visually-hidden">{said}</p>
      {isFull && <p className={styles.soft}>Twelve questions are the most.</p>}
      {isPicking && !isFull && (
        <BankPicker
          material={material} competencies={competencies} levelId={content.levelId} taken={questions.map(keyOf)} onClose={() => { setPicking(false); focusQuestions(); }}
          onPick={(questionId) => { add({ source: 'bank', questionId }, `Added as question ${questions.length + 1}.`); focusBank(); }}
        />
      )}
      <div className={styles.actions}>
        {!isPicking && <Button variant="default" disabled={isFull} onClick={() => setPicking(true)}>Pick from the bank</Button>}
        <Button variant="default" disabled={isFull} onClick={() => add(blankQuestion(competencies), `Question ${questions.length + 1} is yours to write.`)}>Write your own question</Button>
      </div>
    </section>
  );
}

const focusQuestions = (): void => document.getElementById('questions')?.focus();
/** What was pressed there is gone from the list. */
const focusBank = (): void => document.getElementById('the-bank')?.focus({ preventScroll: true });

const blankQuestion = (competencies: readonly string[]): TemplateQuestion => ({
  source: 'own', id: newId(), text: '', kind: 'behavioural', competencies: competencies.slice(0, 1), points: [{ text: '', synonyms: [] }, { text: '', synonyms: [] }],
  anchors: { 1: '', 3: '', 5: '' }, thinkSeconds: 30, answerSeconds: 120,
});
