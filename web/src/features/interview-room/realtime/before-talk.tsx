import { Button } from '@mantine/core';
import { IconMicrophone } from '@tabler/icons-react';
import { type Interview, type InterviewerOffer } from '../../../api/schema.js';
import { DeviceFault } from '../../../speaking/device-fault.js';
import { Failure } from '../../../ui/failure.js';
import { Notice } from '../../../ui/notice.js';
import { NoInterviewerError } from './conversation.js';
import styles from './realtime.module.css';
import { type ConversationHere } from './use-conversation.js';
import { WhoHears } from './who-hears.js';

interface Props {
  talk: ConversationHere;
  interviewer: NonNullable<InterviewerOffer['interviewer']>;
  mode: Interview['mode'];
  onChanged: () => unknown;
}

/** What a conversation is like, and the button that begins it. */
export function BeforeTalk({ talk: { fault, start, hasMore }, interviewer, mode, onChanged }: Props) {
  const { name, allowed } = interviewer;
  if (!hasMore) return <Notice kind="done"><p>Every question has an answer. There is nothing left to talk about here; look at your answers, and submit them.</p></Notice>;
  return (
    <>
      <ul className={styles.facts}>
        <li>The interviewer asks by voice, one question after the other. You can interrupt at any time, by speaking.</li>
        <li>There is no clock. Think as long as you like.</li>
        <li>{mode === 'coach' ? 'You may ask for a hint.' : 'There is no help, and there can be follow-up questions.'}</li>
        <li>Everything that is said can be read, too. What you say is written down as your answers; you can change them before you submit.</li>
        <li>Headphones keep the interviewer from hearing itself.</li>
      </ul>
      <WhoHears interviewer={interviewer} unfolded={!allowed} onChanged={onChanged} />
      {fault !== null && <BeginFailure fault={fault} />}
      {!allowed && <p className={styles.soft}>Let {name} help you, above, and you can begin.</p>}
      <div>
        <Button disabled={!allowed} leftSection={<IconMicrophone size={18} stroke={1.5} aria-hidden />} onClick={() => void start()}>Start the conversation</Button>
      </div>
    </>
  );
}

/** Nothing of it is lost: it has not begun. */
function BeginFailure({ fault }: { fault: unknown }) {
  const title = 'The conversation did not begin.';
  if (fault instanceof DeviceFault) return <Notice kind="failure" title={title}><p>{fault.says}</p></Notice>;
  if (fault instanceof NoInterviewerError) return <Notice kind="failure" title={title}><p>The interviewer could not be reached. Your answers are as they were. Try again, or answer question by question.</p></Notice>;
  return <Failure title={title} error={fault} />;
}
