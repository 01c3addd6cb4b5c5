import { type AnswerKind, type PublishedPolicy } from '../../api/schema.js';
import { ConsentToEach } from '../../consent/consent-to-each.js';
import { inOneBreath } from '../../lib/format.js';
import styles from './practice.module.css';

type Provider = PublishedPolicy['ai'][number];
type Role = Provider['roles'][number];

const DOES: Readonly<Record<Role, string>> = {
  question_writer: 'words the questions for you',
  evaluator: 'judges your answers',
  transcriber: 'writes down what you say',
  voice: 'reads the questions aloud',
  realtime: 'talks with you in place of turns',
};
/** In the order of an interview. */
const ORDER = Object.keys(DOES) as Role[];
/** Of use only where somebody speaks. */
const OF_SPEECH: readonly Role[] = ['transcriber', 'realtime'];

/** What this interview needs a consent for, and nothing else: where no AI provider serves, that is nothing at all. */
export function ConsentStrip({ providers, answerKind }: { providers: readonly Provider[]; answerKind: AnswerKind }) {
  const recipients = providers.flatMap(({ id, name, roles }) => {
    const does = ORDER.filter((role) => roles.includes(role) && (answerKind !== 'text' || !OF_SPEECH.includes(role))).map((role) => DOES[role]);
    return does.length === 0 ? [] : [{ scope: id, name, does: `Here, it ${inOneBreath(does)}.` }];
  });
  if (recipients.length === 0) return null;
  return (
    <fieldset className={styles.help}>
      <legend>What you allow for it</legend>
      <ConsentToEach purpose="ai_processing" recipients={recipients}>
        <p className={styles.says}>
          {recipients.length > 1 && 'Where several may do the same, the first that you allow does it, and the next when that one is away. '}
          Leave {recipients.length > 1 ? 'them' : 'it'} off, and everything works all the same: what is built in does it on this machine.
        </p>
      </ConsentToEach>
    </fieldset>
  );
}
