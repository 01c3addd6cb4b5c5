import { useState } from 'react';
import { type TalentProfile } from '../../api/talent-queries.js';
import { showDay } from '../../lib/format.js';
import { evaluatorName } from './words.js';
import styles from './profile.module.css';

type Answers = NonNullable<TalentProfile['answers']>;

/** What somebody reads before they decide whether to read on, in characters. */
const [LONG, BEGINNING] = [900, 600];

/** What somebody lets recruiters read of their best practice interview, word for word. */
export function SharedAnswers({ answers }: { answers: TalentProfile['answers'] }) {
  return (
    <section aria-labelledby="answers" className={styles.part}>
      <h2 id="answers">Best answers</h2>
      {answers === null ? <p className={styles.soft}>This person shares no answers.</p> : (
        <>
          <p className={styles.soft}>{about(answers)}</p>
          <ol className={styles.answers}>{answers.said.map((said, index) => <Answer key={index} said={said} />)}</ol>
        </>
      )}
    </section>
  );
}

function about({ said, evaluator, expiresAt }: Answers): string {
  const judged = evaluator === null ? '' : `, scored by the ${evaluatorName(evaluator)}`;
  const [are, them] = said.length === 1 ? ['It is', 'it'] : ['They are', 'them'];
  return `From the best of their practice interviews, word for word${judged}. ${are} ${expiresAt === null ? `shown as long as they keep and share ${them}.` : `deleted on ${showDay(expiresAt)}.`}`;
}

function Answer({ said: { question, text, followUp, score } }: { said: Answers['said'][number] }) {
  return (
    <li className={styles.answer}>
      <h3>{question}</h3>
      {text !== '' && <InWords text={text} about={question} />}
      {followUp !== null && <><p className={styles.asked}>Asked then: {followUp.question}</p><InWords text={followUp.text} about={followUp.question} /></>}
      {score !== null && <p className={styles.soft}>Score: {score} of 10</p>}
    </li>
  );
}

/** A long answer begins, and is there in full for whoever wants it. */
function InWords({ text, about: question }: { text: string; about: string }) {
  const [isWhole, setWhole] = useState(text.length <= LONG);
  if (isWhole) return <blockquote className={styles.said}>{text}</blockquote>;
  return (
    <>
      <blockquote className={styles.said}>{text.slice(0, BEGINNING).replace(/\s+\S*$/u, '')} …</blockquote>
      <button type="button" className={styles.more} onClick={() => setWhole(true)}>Read all of it<span className="visually-hidden">: {question}</span></button>
    </>
  );
}
