import { Checkbox, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { clientLinksKey, makeClientLink } from '../../api/passing-on-queries.js';
import { count } from '../../lib/format.js';
import { SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import { type KnownPerson } from './client-links.js';
import styles from './passing-on.module.css';

interface Props {
  templateId: string;
  shareable: readonly (KnownPerson & { readonly clientName: string })[];
  mostDays: number;
  mostPeople: number;
  onMade: () => void;
}

const DAYS = 14;

/** Whom the link shows, who gets it, and for how long. */
export function LinkForm({ templateId, shareable, mostDays, mostPeople, onMade }: Props) {
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const still = chosen.filter((id) => shareable.some(({ invitationId }) => invitationId === id));
  const sent = useSentForm({
    initialValues: { invitationIds: '', recipientName: '', recipientEmail: '', days: String(Math.min(DAYS, mostDays)) },
    validate: {
      invitationIds: () => (still.length === 0 ? 'Choose whom it shows' : null),
      recipientName: (name) => (name.trim() === '' ? 'Enter who gets the link' : null),
      recipientEmail: (email) => (/^\S+@\S+$/.test(email.trim()) ? null : 'Enter an e-mail address like name@example.com'),
      days: (days) => (/^\d+$/.test(days) && Number(days) >= 1 && Number(days) <= mostDays ? null : `Enter a number from 1 to ${mostDays}`),
    },
    send: ({ recipientName, recipientEmail, days }) => makeClientLink(templateId, { invitationIds: still, recipientName: recipientName.trim(), recipientEmail: recipientEmail.trim(), days: Number(days) }),
    onDone: () => {
      setChosen([]);
      sent.form.reset();
      void queryClient.invalidateQueries({ queryKey: clientLinksKey });
      onMade();
    },
    onRefused: () => void queryClient.invalidateQueries({ queryKey: clientLinksKey }),
  });
  const { form } = sent;
  const toggle = (id: string): void => {
    form.clearFieldError('invitationIds');
    setChosen(still.includes(id) ? still.filter((one) => one !== id) : [...still, id]);
  };
  return (
    <SentForm sent={sent} verb={still.length === 0 ? 'Mail a link' : `Mail a link to ${count(still.length, 'result')}`}>
      <fieldset id="invitationIds" tabIndex={-1} className={styles.people} aria-describedby="whom-fault">
        <legend>Whom it shows, at most {mostPeople}</legend>
        <p id="whom-fault" className={styles.fault}>{form.errors.invitationIds}</p>
        {shareable.map(({ invitationId, name, clientName }) => (
          <Checkbox key={invitationId} label={`${name}, for ${clientName}`} checked={still.includes(invitationId)} onChange={() => toggle(invitationId)} />
        ))}
      </fieldset>
      <TextInput id="recipientName" label="Name of whoever gets it" autoComplete="off" maxLength={200} key={form.key('recipientName')} {...form.getInputProps('recipientName')} />
      <TextInput id="recipientEmail" label="Their e-mail address" type="email" autoComplete="off" maxLength={254} key={form.key('recipientEmail')} {...form.getInputProps('recipientEmail')} />
      <TextInput id="days" label="How many days it works" description={`At most ${mostDays}.`} inputMode="numeric" autoComplete="off" key={form.key('days')} {...form.getInputProps('days')} />
    </SentForm>
  );
}
