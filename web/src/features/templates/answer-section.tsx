import { Checkbox, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { policyQuery } from '../../api/queries.js';
import { type TemplateContent } from '../../api/template-queries.js';
import { count } from '../../lib/format.js';
import styles from './templates.module.css';
import { type Part } from './use-draft.js';

const kinds = [
  { id: 'text', title: 'Typed', says: 'A keyboard is all they need.' },
  { id: 'audio', title: 'Spoken', says: 'They check the text of what they said before it counts.' },
  { id: 'video', title: 'Spoken with picture', says: 'The picture is for people only: no program looks at a face or listens to a voice.' },
] as const;

const DEADLINES = [1, 2, 3, 5, 7, 10, 14, 21, 22, 28, 30, 45, 60];

/** The value that is there stays among the choices. */
const choices = (known: readonly number[], value: number): number[] => [...new Set([...known, value])].sort((a, b) => a - b);

/** In which ways, how often, and until when. */
export function AnswerSection({ content: { answerKinds, retakes, deadlineDays, recordingOffered }, set, faultOf }: Part) {
  const choose = (id: TemplateContent['answerKinds'][number], wanted: boolean): void =>
    set({ answerKinds: kinds.map((kind) => kind.id).filter((kind) => (kind === id ? wanted : answerKinds.includes(kind))) });
  const isSpoken = answerKinds.some((kind) => kind !== 'text');
  const { data: policy } = useQuery(policyQuery);
  const mayBeKept = policy?.retention.some(({ id, keep }) => (id === 'practiceAudio' || id === 'answerVideos') && keep !== 'not at all') ?? true;
  return (
    <section className={styles.part} aria-labelledby="how-answered">
      <h2 id="how-answered">How it is answered</h2>
      <fieldset className={styles.choices} id="answerKinds" tabIndex={-1} aria-describedby={faultOf('answerKinds') ? 'answerKinds-fault' : undefined}>
        <legend>Candidates may answer</legend>
        {kinds.map(({ id, title, says }) => <Checkbox key={id} label={title} description={says} checked={answerKinds.includes(id)} onChange={(event) => choose(id, event.currentTarget.checked)} />)}
        {faultOf('answerKinds') && <p className={styles.fault} id="answerKinds-fault">{faultOf('answerKinds')}</p>}
        <p className={styles.soft}>Whoever cannot speak or type can ask for another way on every page. Offering more than one costs you nothing.</p>
      </fieldset>
      {isSpoken && (
        <>
          <NativeSelect
            id="retakes" label="Recording an answer again" description="How often a spoken answer can be recorded once more. You read how often they did." value={String(retakes)} error={faultOf('retakes')}
            data={Array.from({ length: 10 }, (_, times) => ({ value: String(times), label: times === 0 ? 'Not at all' : `Up to ${count(times, 'time')}` }))} onChange={(event) => set({ retakes: Number(event.currentTarget.value) })}
          />
          {mayBeKept && <Checkbox
            label="Offer to keep the recordings" description="Each candidate decides. With a yes you can watch or hear the answers, without one you read them." checked={recordingOffered}
            onChange={(event) => set({ recordingOffered: event.currentTarget.checked })}
          />}
        </>
      )}
      <NativeSelect
        id="deadlineDays" label="Time to answer" description="From the day of the invitation; you can extend it for one person." value={String(deadlineDays)} error={faultOf('deadlineDays')}
        data={choices(DEADLINES, deadlineDays).map((days) => ({ value: String(days), label: count(days, 'day') }))} onChange={(event) => set({ deadlineDays: Number(event.currentTarget.value) })}
      />
    </section>
  );
}
