import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type OwnQuestion, type TemplateMaterial } from '../../api/template-queries.js';
import { OwnPoints } from './own-points.js';
import styles from './templates.module.css';
import { TimeFields } from './time-fields.js';
import { type Part } from './use-draft.js';
import { kindWords, titleIn } from './words.js';

interface Props {
  question: OwnQuestion;
  field: string;
  competencies: TemplateMaterial['competencies'];
  chosen: readonly string[];
  faultOf: Part['faultOf'];
  onChange: (question: OwnQuestion) => void;
}

const MARKS = [
  { mark: 1, says: 'A weak answer' },
  { mark: 3, says: 'A fair answer' },
  { mark: 5, says: 'A strong answer' },
] as const;

/** A question in the organisation's own words, with all that an answer to it is judged by. */
export function OwnQuestionForm({ question, field, competencies, chosen, faultOf, onChange }: Props) {
  const put = (part: Partial<OwnQuestion>): void => onChange({ ...question, ...part });
  const at = (part: string): { id: string; error: string | undefined } => ({ id: `${field}.${part}`, error: faultOf(`${field}.${part}`) });
  // What it was about before stays a choice.
  const offered = [...new Set([...chosen, ...question.competencies])];
  return (
    <div className={styles.own}>
      <Textarea {...at('text')} label="The question" autosize minRows={2} maxLength={500} value={question.text} onChange={(event) => put({ text: event.currentTarget.value })} />
      <div className={styles.pair}>
        <NativeSelect
          {...at('competencies')} label="Which competency it is about" value={question.competencies[0] ?? ''} data={[{ value: '', label: 'Choose one' }, ...offered.map((id) => ({ value: id, label: titleIn(competencies, id) }))]}
          onChange={(event) => put({ competencies: event.currentTarget.value === '' ? [] : [event.currentTarget.value] })}
        />
        <NativeSelect
          id={`${field}.kind`} label="What kind of question" value={question.kind} data={Object.entries(kindWords).map(([value, label]) => ({ value, label }))}
          onChange={(event) => put({ kind: event.currentTarget.value as OwnQuestion['kind'] })}
        />
      </div>
      <OwnPoints points={question.points} field={field} faultOf={faultOf} onChange={(points) => put({ points })} />
      <fieldset className={styles.choices}>
        <legend>What a mark looks like</legend>
        <p className={styles.soft}>Your people rate from 1 to 5 on these.</p>
        {MARKS.map(({ mark, says }) => (
          <Textarea key={mark} {...at(`anchors.${mark}`)} label={`${mark} · ${says}`} autosize minRows={1} maxLength={300} value={question.anchors[mark]} onChange={(event) => put({ anchors: { ...question.anchors, [mark]: event.currentTarget.value } })} />
        ))}
      </fieldset>
      <ModelAnswer question={question} field={field} onChange={put} />
      <TimeFields field={field} think={question.thinkSeconds} answer={question.answerSeconds} faultOf={faultOf} onChange={put} />
    </div>
  );
}

/** One good answer makes the program’s scale of this question better; without one it is borrowed from the bank. */
function ModelAnswer({ question: { modelAnswers }, field, onChange }: { question: OwnQuestion; field: string; onChange: (part: Partial<OwnQuestion>) => void }) {
  const [first = ''] = modelAnswers ?? [];
  const [isOpen, setOpen] = useState(first !== '');
  if (!isOpen) return <div><Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>Add an example of a good answer (optional)</Button></div>;
  return (
    <Textarea
      id={`${field}.modelAnswers`} label="A good answer (optional)" description="As somebody would say it, 40 to 90 words. The program measures answers against it; candidates do not see it." autosize minRows={3} maxLength={2000} value={first}
      onChange={(event) => onChange({ modelAnswers: event.currentTarget.value.trim() === '' ? [] : [event.currentTarget.value] })}
    />
  );
}
