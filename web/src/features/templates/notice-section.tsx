import { Checkbox, TextInput } from '@mantine/core';
import styles from './templates.module.css';
import { type Part } from './use-draft.js';

/** What candidates are told of the program, and the rule of the City of New York. */
export function NoticeSection({ content: { aiScoring, newYork }, set, faultOf }: Part) {
  return (
    <section className={styles.part} aria-labelledby="notice">
      <h2 id="notice">Notice</h2>
      <p className={styles.soft}>
        {aiScoring
          ? 'Every invitation leads to a page that says which program scores, what it looks at, what it never looks at, what is kept and for how long. We write it from what really runs; you have nothing to fill in.'
          : 'Every invitation leads to a page that says that no program scores the answers, what is kept and for how long.'}
      </p>
      {aiScoring && (
        <Checkbox
          label="The job is in the City of New York" description="Its Local Law 144 asks for an independent bias audit of the last year, and for a notice ten business days before a program scores. Until then, and without an audit, people score."
          checked={newYork !== null} onChange={(event) => set({ newYork: event.currentTarget.checked ? { auditDate: '', auditUrl: '' } : null })}
        />
      )}
      {aiScoring && newYork !== null && (
        <div className={styles.nested}>
          <TextInput
            id="newYork.auditDate" label="Day of the audit" type="date" value={newYork.auditDate} error={faultOf('newYork.auditDate')}
            onChange={(event) => set({ newYork: { ...newYork, auditDate: event.currentTarget.value } })}
          />
          <TextInput
            id="newYork.auditUrl" label="Address of its published summary" inputMode="url" placeholder="https://" spellCheck={false} maxLength={2000} value={newYork.auditUrl} error={faultOf('newYork.auditUrl')}
            onChange={(event) => set({ newYork: { ...newYork, auditUrl: event.currentTarget.value } })}
          />
          <TextInput
            id="newYork.dataUrl" label="Address of your page on data and retention (optional)" inputMode="url" placeholder="https://" spellCheck={false} maxLength={2000} value={newYork.dataUrl ?? ''} error={faultOf('newYork.dataUrl')}
            onChange={(event) => set({ newYork: withDataUrl(newYork, event.currentTarget.value) })}
          />
        </div>
      )}
    </section>
  );
}

/** An empty one is none. */
function withDataUrl({ auditDate, auditUrl }: NonNullable<Part['content']['newYork']>, dataUrl: string): NonNullable<Part['content']['newYork']> {
  return { auditDate, auditUrl, ...(dataUrl === '' ? {} : { dataUrl }) };
}
