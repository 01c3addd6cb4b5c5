import { Checkbox, NativeSelect } from '@mantine/core';
import { count } from '../../lib/format.js';
import styles from './templates.module.css';
import { type Part } from './use-draft.js';

/** Who scores, in which order, and when candidates see it. */
export function AfterwardsSection({ content: { aiScoring, rateFirst, copyDelayDays }, set, faultOf }: Part) {
  return (
    <section className={styles.part} aria-labelledby="afterwards">
      <h2 id="afterwards">Afterwards</h2>
      <fieldset className={styles.choices}>
        <legend>Who scores the answers</legend>
        <Choice name="scoring" checked={aiScoring} onChoose={() => set({ aiScoring: true })} title="A program, then people" says="An evaluator scores each answer by the same rubric, and your people decide. Every candidate can ask for people instead, without a disadvantage." />
        <Choice name="scoring" checked={!aiScoring} onChoose={() => set({ aiScoring: false, newYork: null })} title="People only" says="No program scores anything. Your people rate each answer on the anchors of its question." />
      </fieldset>
      {aiScoring && (
        <Checkbox
          label="Rate first" description="A reader sees the program’s score, and what colleagues think, once their own rating is in. Keeps the first number from deciding." checked={rateFirst}
          onChange={(event) => set({ rateFirst: event.currentTarget.checked })}
        />
      )}
      <NativeSelect
        id="copyDelayDays" label="The candidate’s own report" description="They always get it. It can wait until you have read the answers yourselves." value={String(copyDelayDays)} error={faultOf('copyDelayDays')}
        data={Array.from({ length: 15 }, (_, days) => ({ value: String(days), label: days === 0 ? 'At once' : `${count(days, 'day')} after they hand it in` }))} onChange={(event) => set({ copyDelayDays: Number(event.currentTarget.value) })}
      />
    </section>
  );
}

function Choice({ name, checked, onChoose, title, says }: { name: string; checked: boolean; onChoose: () => void; title: string; says: string }) {
  return (
    <label className={styles.option}>
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      <span>{title}<span className={styles.says}>{says}</span></span>
    </label>
  );
}
