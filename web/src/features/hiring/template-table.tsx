import { type HiringFigures } from '../../api/fairness-queries.js';
import styles from './hiring.module.css';
import { median, share } from './words.js';

/** The same for each template, those with the most invitations first. */
export function TemplateTable({ templates }: { templates: HiringFigures['templates'] }) {
  return (
    <section className={styles.part} aria-labelledby="by-template">
      <h2 id="by-template">By interview</h2>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Figures by interview">
        <table>
          <thead><tr><th scope="col">Interview</th><th scope="col">Invited</th><th scope="col">Answered</th><th scope="col">Handed in</th><th scope="col">Completed</th><th scope="col">Time to complete</th><th scope="col">Decided</th></tr></thead>
          <tbody>
            {templates.map(({ templateId, jobTitle, invited, answered, started, handedIn, decided, medianSeconds }) => (
              <tr key={templateId}>
                <th scope="row">{jobTitle}</th><td>{invited}</td><td>{share(answered, invited)}</td><td>{handedIn}</td><td>{share(handedIn, started)}</td><td>{median(medianSeconds)}</td><td>{decided}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
