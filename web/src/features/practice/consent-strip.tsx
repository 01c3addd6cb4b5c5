import { ConsentSwitch } from '../../consent/consent-switch.js';
import styles from './practice.module.css';

/** What this interview needs a consent for, and nothing else: where no AI provider serves, that is nothing at all. */
export function ConsentStrip({ provider, scope }: { provider: string; scope: string }) {
  return (
    <fieldset className={styles.help}>
      <legend>What you allow for it</legend>
      <ConsentSwitch purpose="ai_processing" scope={scope}>
        <p className={styles.says}>The provider here is {provider}. Leave this off, and the built-in evaluator judges your answers on this machine; everything else works as well.</p>
      </ConsentSwitch>
    </fieldset>
  );
}
