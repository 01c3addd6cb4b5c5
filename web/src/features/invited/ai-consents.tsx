import { type PublishedPolicy } from '../../api/schema.js';
import { ConsentToEach } from '../../consent/consent-to-each.js';
import { inOneBreath } from '../../lib/format.js';
import styles from './invited.module.css';

export type Provider = PublishedPolicy['ai'][number];
type Role = Provider['roles'][number];

/** What a provider would do in an interview of fixed questions. */
const DOES: Readonly<Partial<Record<Role, string>>> = { evaluator: 'judges your answers', transcriber: 'writes down what you say', voice: 'reads the questions aloud' };
/** Of use only where somebody speaks. */
const OF_SPEECH: readonly Role[] = ['transcriber'];

/** The AI providers that could take part, each to be allowed for itself; none where none is set up. */
export function AiConsents({ providers, isSpoken }: { providers: readonly Provider[]; isSpoken: boolean }) {
  const recipients = providers.flatMap(({ id, name, roles }) => {
    const does = roles.filter((role) => isSpoken || !OF_SPEECH.includes(role)).flatMap((role) => DOES[role] ?? []);
    return does.length === 0 ? [] : [{ scope: id, name, does: `Here, it ${inOneBreath(does)}.` }];
  });
  if (recipients.length === 0) return null;
  return (
    <ConsentToEach purpose="ai_processing" recipients={recipients}>
      <p className={styles.soft}>Leave {recipients.length === 1 ? 'it' : 'them'} off, and everything works all the same: what is built in does it on this machine.</p>
    </ConsentToEach>
  );
}
