import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { type TemplateMaterial } from '../../api/template-queries.js';
import { count } from '../../lib/format.js';
import '../../ui/mantine-combobox.css';
import styles from './templates.module.css';
import { type Part } from './use-draft.js';
import { askedAs, titleIn } from './words.js';

const MOST = 5;

/** Two to five things people are judged by. */
export function CompetencySection({ content: { competencies, questions }, set, faultOf, material }: Part & { material: TemplateMaterial }) {
  const others = material.competencies.filter(({ id }) => !competencies.includes(id));
  const askedAbout = (id: string): number => questions.filter((question) => askedAs(question, material)?.competencies.includes(id)).length;
  // Emptied by hand: a new field in its place would lose the focus.
  const [typed, setTyped] = useState('');
  const add = (id: string | null): void => {
    setTyped('');
    if (id !== null) set({ competencies: [...competencies, id] });
  };
  return (
    <section className={styles.part} aria-labelledby="look-for">
      <h2 id="look-for">What you look for</h2>
      <p className={styles.soft}>Two to five competencies. Each needs at least one question, and every candidate is asked the same ones.</p>
      {competencies.length > 0 && (
        <ul className={styles.chosen} aria-label="Competencies you chose">
          {competencies.map((id) => {
            const title = titleIn(material.competencies, id);
            const anchors = material.competencies.find((competency) => competency.id === id)?.anchors;
            return (
              <li key={id}>
                <div>
                  <p className={styles.name}>{title} <span className={styles.aside}>{askedAbout(id) === 0 ? 'no question yet' : count(askedAbout(id), 'question')}</span></p>
                  {anchors && <p className={styles.soft}>At its best: {anchors[5]}</p>}
                </div>
                <Button variant="subtle" size="compact-sm" onClick={() => set({ competencies: competencies.filter((each) => each !== id) })}>Remove<span className="visually-hidden"> {title}</span></Button>
              </li>
            );
          })}
        </ul>
      )}
      <Select
        id="competencies" label={competencies.length === 0 ? 'Add a competency' : 'Add another competency'} description={competencies.length >= MOST ? 'Five are the most: an interview cannot look for everything.' : 'Type to find it.'}
        searchable disabled={competencies.length >= MOST} value={null} data={others.map(({ id, title }) => ({ value: id, label: title }))} error={faultOf('competencies')} onChange={add} searchValue={typed} onSearchChange={setTyped}
      />
    </section>
  );
}
