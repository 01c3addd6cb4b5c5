import { Button, TextInput } from '@mantine/core';
import { type OwnQuestion } from '../../api/template-queries.js';
import styles from './templates.module.css';
import { type Part } from './use-draft.js';
import { MOST_WORDINGS, wordingsIn } from './wordings.js';

const LEAST = 2;
const MOST = 6;

interface Props {
  points: OwnQuestion['points'];
  field: string;
  faultOf: Part['faultOf'];
  onChange: (points: OwnQuestion['points']) => void;
}

/** What a good answer says, each with the words people use for it: the program looks for those, and people read along. */
export function OwnPoints({ points, field, faultOf, onChange }: Props) {
  const put = (at: number, part: Partial<Props['points'][number]>): void => onChange(points.map((point, index) => (index === at ? { ...point, ...part } : point)));
  const fault = faultOf(`${field}.points`);
  return (
    <fieldset className={styles.choices} id={`${field}.points`} tabIndex={-1}>
      <legend>What a good answer says</legend>
      <p className={styles.soft}>Two to six points, each as an instruction: “check that the fix worked”. Where a program scores, add the words that people use for it, with commas between them: the program looks for these. With six a point its score is fair, with fewer it is less sure.</p>
      {fault && <p className={styles.fault}>{fault}</p>}
      {points.map(({ text, synonyms }, at) => (
        <div key={`${points.length}-${at}`} className={styles.point}>
          <TextInput id={`${field}.points.${at}.text`} label={`Point ${at + 1}`} maxLength={200} value={text} error={faultOf(`${field}.points.${at}.text`)} onChange={(event) => put(at, { text: event.currentTarget.value })} />
          <Wordings id={`${field}.points.${at}.synonyms`} name={`Point ${at + 1} in other words`} wordings={synonyms} error={faultOf(`${field}.points.${at}.synonyms`)} onChange={(changed) => put(at, { synonyms: changed })} />
          {points.length > LEAST && <div><Button variant="subtle" size="compact-sm" onClick={() => onChange(points.filter((_, index) => index !== at))}>Take point {at + 1} away</Button></div>}
        </div>
      ))}
      {points.length < MOST && <div><Button variant="default" size="compact-sm" onClick={() => onChange([...points, { text: '', synonyms: [] }])}>Add a point</Button></div>}
    </fieldset>
  );
}

/** A list as one line of text, which stays as it is typed. */
function Wordings({ id, name, wordings, error, onChange }: { id: string; name: string; wordings: readonly string[]; error: string | undefined; onChange: (wordings: string[]) => void }) {
  return (
    <TextInput
      id={id} label={name} placeholder="tested it again, made sure, watched the log" defaultValue={wordings.join(', ')} error={error} maxLength={MOST_WORDINGS * 82}
      onChange={(event) => onChange(wordingsIn(event.currentTarget.value))}
    />
  );
}
