import { Button } from '@mantine/core';
import { DeviceFault } from '../../../speaking/device-fault.js';
import { useLostFocus } from '../../../speaking/use-lost-focus.js';
import { ButtonLink } from '../../../ui/button-link.js';
import { Notice } from '../../../ui/notice.js';
import styles from './realtime.module.css';
import { type ConversationHere } from './use-conversation.js';

/** A conversation that has ended, or was cut off: what was said is kept, and there is a way on. */
export function TalkOver({ id, talk }: { id: string; talk: ConversationHere }) {
  const { hasMore, start } = talk;
  const place = useLostFocus();
  return (
    <div ref={place} tabIndex={-1} className={styles.panel} role="group" aria-label="The conversation">
      <Why talk={talk} />
      <div className={styles.controls}>
        {hasMore && <Button onClick={() => void start()}>Go on with the interviewer</Button>}
        <ButtonLink {...(hasMore ? { variant: 'default' as const } : {})} to="/interviews/$id" params={{ id }} search={{ question: 'review' }}>Check your answers</ButtonLink>
      </div>
    </div>
  );
}

function Why({ talk: { phase, fault, timeOver, hasMore } }: { talk: ConversationHere }) {
  if (phase === 'lost') {
    return (
      <Notice kind="warning" title="The line is down">
        <p>{fault instanceof DeviceFault ? fault.says : 'The connection to the interviewer was lost.'} What you said and was written down is kept. Go on with the interviewer, or question by question.</p>
      </Notice>
    );
  }
  if (timeOver) return <Notice kind="info" title="A conversation ends after a while"><p>This one was as long as one may be. What you said is kept, and you can go on in another one where you were.</p></Notice>;
  return (
    <Notice kind="done" title="The conversation is over">
      <p>{hasMore ? 'What you said is kept. Some questions are still open: go on when you like.' : 'Every question was asked. Read what was written down, put right what was misheard, and submit.'}</p>
    </Notice>
  );
}
