import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type BankQuestion, type TemplateMaterial } from '../../api/template-queries.js';
import { count } from '../../lib/format.js';
import { found } from './found.js';
import { GoodAnswer } from './good-answer.js';
import styles from './templates.module.css';
import { showSeconds, titleIn } from './words.js';

const PAGE = 6;
/** Any of those the template looks for. */
const WANTED = 'wanted';
const ALL = '';

interface Props {
  material: TemplateMaterial;
  competencies: readonly string[];
  levelId: string;
  taken: readonly string[];
  onPick: (questionId: string) => void;
  onClose: () => void;
}

/** The questions of the bank that fit, by what they are about and by their words. */
export function BankPicker({ material, competencies, levelId, taken, onPick, onClose }: Props) {
  const [about, setAbout] = useState(competencies.length > 0 ? WANTED : ALL);
  const [level, setLevel] = useState(levelId);
  const [words, setWords] = useState('');
  const [shown, setShown] = useState(PAGE);
  const wanted = about === WANTED ? competencies : [about].filter((id) => id !== ALL);
  const hits = found(material.questions, { competencies: wanted, levelId: level, words }).filter(({ id }) => !taken.includes(id));
  const narrow = (change: () => void): void => { change(); setShown(PAGE); };
  return (
    <section className={styles.picker} aria-labelledby="the-bank">
      <div className={styles.head}>
        <h3 id="the-bank" tabIndex={-1}>Question bank</h3>
        <Button variant="subtle" size="compact-sm" onClick={onClose}>Close the bank</Button>
      </div>
      <div className={styles.filters}>
        <TextInput label="Words in it" autoFocus maxLength={100} value={words} onChange={(event) => { const { value } = event.currentTarget; narrow(() => setWords(value)); }} />
        <NativeSelect
          label="About" value={about} onChange={(event) => { const { value } = event.currentTarget; narrow(() => setAbout(value)); }}
          data={[...(competencies.length > 0 ? [{ value: WANTED, label: 'What you look for' }] : []), { value: ALL, label: 'Anything' }, ...material.competencies.map(({ id, title }) => ({ value: id, label: title }))]}
        />
        <NativeSelect label="Level" value={level} data={[{ value: ALL, label: 'Any level' }, ...material.levels.map(({ id, title }) => ({ value: id, label: title }))]} onChange={(event) => { const { value } = event.currentTarget; narrow(() => setLevel(value)); }} />
      </div>
      <p role="status" className={styles.soft}>{hits.length === 0 ? 'No question fits. Try fewer words, another competency or any level.' : `${count(hits.length, 'question')} you have not taken yet.`}</p>
      <ul className={styles.hits}>
        {hits.slice(0, shown).map((question) => <Hit key={question.id} question={question} material={material} onPick={onPick} />)}
      </ul>
      {hits.length > shown && <div><Button variant="default" size="compact-md" onClick={() => setShown(shown + PAGE)}>Show more</Button></div>}
    </section>
  );
}

function Hit({ question: { id, text, competencies, points, anchors, thinkSeconds, answerSeconds }, material, onPick }: { question: BankQuestion; material: TemplateMaterial; onPick: Props['onPick'] }) {
  return (
    <li>
      <div className={styles.asked}>
        <p className={styles.text}>{text}</p>
        <p className={styles.aside}>{[...competencies.map((each) => titleIn(material.competencies, each)), `${showSeconds(thinkSeconds)} to think`, `${showSeconds(answerSeconds)} to answer`].join(' · ')}</p>
        <GoodAnswer points={points} anchors={anchors} />
      </div>
      <Button variant="default" size="compact-md" onClick={() => onPick(id)}>Add<span className="visually-hidden">: {text}</span></Button>
    </li>
  );
}
