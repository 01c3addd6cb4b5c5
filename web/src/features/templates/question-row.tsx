import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { type TemplateMaterial, type TemplateQuestion } from '../../api/template-queries.js';
import { OwnQuestionForm } from './own-question-form.js';
import styles from './templates.module.css';
import { TimeFields } from './time-fields.js';
import { type Part } from './use-draft.js';
import { askedAs, showSeconds, titleIn } from './words.js';

interface Props {
  question: TemplateQuestion;
  index: number;
  last: number;
  material: TemplateMaterial;
  /** The competencies of the template. */
  chosen: readonly string[];
  faultOf: Part['faultOf'];
  onMove: (from: number, to: number) => void;
  onChange: (question: TemplateQuestion) => void;
  onRemove: () => void;
}

/** One question with its place; what is written of one's own stands below it. */
export function QuestionRow({ question, index, last, material, chosen, faultOf, onMove, onChange, onRemove }: Props) {
  const asked = askedAs(question, material);
  const [isOpen, setOpen] = useState(question.source === 'own' && question.text === '');
  const field = `questions.${index}`;
  const fault = faultOf(field);
  const name = `question ${index + 1}`;
  return (
    <li className={styles.question} id={field} tabIndex={-1}>
      <div className={styles.asked}>
        <p className={styles.text}>{asked === null ? 'This question has left the bank.' : asked.text || 'Your own question, not written yet'}</p>
        {asked && (
          <p className={styles.aside}>
            {[...asked.competencies.map((id) => titleIn(material.competencies, id)), `${showSeconds(asked.thinkSeconds)} to think`, `${showSeconds(asked.answerSeconds)} to answer`, ...(question.source === 'own' ? ['your own'] : [])].join(' · ')}
          </p>
        )}
        {fault && <p className={styles.fault}>{fault}</p>}
      </div>
      <div className={styles.tools}>
        <Movers name={name} index={index} last={last} onMove={onMove} />
        <Button variant="subtle" size="compact-sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{isOpen ? 'Close' : opening(question)}<span className="visually-hidden"> {name}</span></Button>
        <Button variant="subtle" color="red" size="compact-sm" onClick={onRemove}>Take away<span className="visually-hidden"> {name}</span></Button>
      </div>
      {(isOpen || hasFaultInside(question, field, faultOf)) && (
        <div className={styles.inside}>
          {question.source === 'own'
            ? <OwnQuestionForm question={question} field={field} competencies={material.competencies} chosen={chosen} faultOf={faultOf} onChange={onChange} />
            : asked && <TimeFields field={field} think={asked.thinkSeconds} answer={asked.answerSeconds} faultOf={faultOf} onChange={(times) => onChange({ ...question, ...times })} />}
        </div>
      )}
    </li>
  );
}

const opening = ({ source }: TemplateQuestion): string => (source === 'own' ? 'Edit' : 'Change the time');

/** What the summary of faults leads to must be on the page. */
function hasFaultInside(question: TemplateQuestion, field: string, faultOf: Part['faultOf']): boolean {
  if (question.source === 'bank') return faultOf(`${field}.answerSeconds`) !== undefined;
  const parts = ['text', 'competencies', 'points', 'anchors.1', 'anchors.3', 'anchors.5', 'answerSeconds', ...question.points.flatMap((_, at) => [`points.${at}.text`, `points.${at}.synonyms`])];
  return parts.some((part) => faultOf(`${field}.${part}`) !== undefined);
}

/** Up and down, with the focus on the arrow that was pressed, or on the other one at the end of the list. */
function Movers({ name, index, last, onMove }: { name: string; index: number; last: number; onMove: Props['onMove'] }) {
  const [up, down] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)];
  const pressed = useRef<'up' | 'down' | null>(null);
  useEffect(() => {
    if (pressed.current === null) return;
    const wanted = pressed.current === 'up' ? up.current : down.current;
    (wanted?.disabled ? (pressed.current === 'up' ? down : up).current : wanted)?.focus();
    pressed.current = null;
  }, [index, up, down]);
  const press = (way: 'up' | 'down'): void => {
    pressed.current = way;
    onMove(index, way === 'up' ? index - 1 : index + 1);
  };
  return (
    <>
      <ActionIcon ref={up} variant="default" disabled={index === 0} aria-label={`Move ${name} up`} onClick={() => press('up')}><IconArrowUp size={18} stroke={1.5} aria-hidden /></ActionIcon>
      <ActionIcon ref={down} variant="default" disabled={index === last} aria-label={`Move ${name} down`} onClick={() => press('down')}><IconArrowDown size={18} stroke={1.5} aria-hidden /></ActionIcon>
    </>
  );
}
