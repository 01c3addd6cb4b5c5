import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type TemplateMaterial } from '../../api/template-queries.js';
import styles from './templates.module.css';
import { type Part } from './use-draft.js';

interface Props extends Part {
  material: TemplateMaterial;
  clientId: string | null;
  onClient: (clientId: string | null) => void;
}

/** Which job it is, and for whom. */
export function JobSection({ content: { jobTitle, levelId, jobDescription }, set, faultOf, material: { levels, clients }, clientId, onClient }: Props) {
  return (
    <section className={styles.part} aria-labelledby="the-job">
      <h2 id="the-job">The job</h2>
      <TextInput id="jobTitle" label="Job title" description="Candidates read it in the invitation." maxLength={120} value={jobTitle} error={faultOf('jobTitle')} onChange={(event) => set({ jobTitle: event.currentTarget.value })} />
      {clients.length > 0 && (
        <NativeSelect
          id="clientId" label="Client" description="Candidates read for whom you ask. Passing results on to the client needs a consent of its own." value={clientId ?? ''} error={faultOf('clientId')}
          data={[{ value: '', label: 'None: we hire for ourselves' }, ...clients.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(event) => onClient(event.currentTarget.value || null)}
        />
      )}
      <NativeSelect id="levelId" label="Level" value={levelId} error={faultOf('levelId')} data={levels.map(({ id, title }) => ({ value: id, label: title }))} onChange={(event) => set({ levelId: event.currentTarget.value })} />
      <Textarea
        id="jobDescription" label="Description (optional)" description="Candidates can read it before they say yes. No program scores by it." autosize minRows={4} maxRows={14} maxLength={20_000}
        value={jobDescription ?? ''} error={faultOf('jobDescription')} onChange={(event) => set({ jobDescription: event.currentTarget.value === '' ? null : event.currentTarget.value })}
      />
    </section>
  );
}
