import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type RequestWish } from '../../api/contact-queries.js';
import { ErrorSummary } from '../../ui/error-summary.js';
import { type Asker } from './ask-to-talk.js';
import styles from './contact.module.css';
import { currencies, perWords } from './pay.js';
import { amountOf, readWish } from './read-wish.js';

interface Props {
  talentId: string;
  asker: Asker;
  client: string | undefined;
  /** As it was left for the preview. */
  wish: RequestWish | null;
  onWish: (wish: RequestWish) => void;
}

/** The job, what it pays, and why one asks. */
export function AskForm({ talentId, asker, client, wish, onWish }: Props) {
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const read = readWish(talentId, new FormData(event.currentTarget));
    setFaults(read.faults);
    setAttempt(attempt + 1);
    if (read.wish) onWish(read.wish);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <ErrorSummary errors={faults} attempt={attempt} />
      {asker.kind === 'agency' && (
        <NativeSelect
          id="ask-client" name="client" label="For whom" description="They read the name." defaultValue={wish ? (wish.clientId ?? '') : (client ?? '')}
          data={[{ value: '', label: `${asker.name} itself` }, ...asker.clients.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      <TextInput id="ask-job" name="job" label="The job" maxLength={120} defaultValue={wish?.jobTitle} error={faults['ask-job']} autoComplete="off" />
      <PayFields pay={wish?.pay ?? null} faults={faults} />
      <Textarea
        id="ask-message" name="message" label="Message" description="Why you ask this person. It is read on the page only; the mail leaves it out." rows={5} maxLength={2000}
        defaultValue={wish?.message} error={faults['ask-message']}
      />
      <div><Button type="submit">See what they read</Button></div>
    </form>
  );
}

function PayFields({ pay, faults }: { pay: RequestWish['pay'] | null; faults: Record<string, string> }) {
  return (
    <fieldset className={styles.pay}>
      <legend>Pay</legend>
      <TextInput id="ask-min" name="min" label="From" inputMode="decimal" defaultValue={pay ? amountOf(pay.min, pay.currency) : ''} error={faults['ask-min']} autoComplete="off" />
      <TextInput id="ask-max" name="max" label="To" inputMode="decimal" defaultValue={pay ? amountOf(pay.max, pay.currency) : ''} error={faults['ask-max']} autoComplete="off" />
      <NativeSelect id="ask-currency" name="currency" label="Currency" defaultValue={pay?.currency ?? 'EUR'} data={[...currencies]} />
      <NativeSelect id="ask-per" name="per" label="Per" defaultValue={pay?.per ?? 'year'} data={Object.entries(perWords).map(([value, words]) => ({ value, label: words.replace(/^an? /, '') }))} />
    </fieldset>
  );
}
