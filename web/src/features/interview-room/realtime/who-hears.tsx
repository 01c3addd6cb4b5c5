import { useState } from 'react';
import { type InterviewerOffer } from '../../../api/schema.js';
import { ConsentSwitch } from '../../../consent/consent-switch.js';
import styles from './realtime.module.css';

interface Props {
  interviewer: NonNullable<InterviewerOffer['interviewer']>;
  /** To be read before anything else can be done; else it is out of the way. */
  unfolded?: boolean;
  onChanged: () => unknown;
}

/** Who hears what is said, what they are given, and the switch that allows and ends it. */
export function WhoHears({ interviewer: { provider, name }, unfolded = false, onChanged }: Props) {
  // What is being read does not fold up under the eyes of whoever presses the switch in it.
  const [open, setOpen] = useState(unfolded);
  return (
    <details className={styles.hears} open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Who hears you</summary>
      <ConsentSwitch purpose="ai_processing" scope={provider} onChanged={() => void onChanged()}>
        <p className={styles.soft}>While the conversation lasts, your voice goes from this browser straight to {name}, which speaks as the interviewer and writes down what you say. We send {name} the role, the level and the questions, and nothing else. No sound is kept here. Switching this off ends the conversation at once.</p>
      </ConsentSwitch>
    </details>
  );
}
