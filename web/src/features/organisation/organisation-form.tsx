import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type Organisation, type OrganisationWish } from '../../api/organisation-queries.js';
import { SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import styles from './organisation.module.css';
import { kinds } from './words.js';

interface Props {
  begin: OrganisationWish;
  verb: string;
  send: (wish: OrganisationWish) => Promise<Organisation>;
  onDone: (organisation: Organisation) => void;
  beside?: ReactNode;
}

/** What an organisation says of itself. */
export function OrganisationForm({ begin, verb, send, onDone, beside }: Props) {
  const [kind, setKind] = useState(begin.kind);
  const sent = useSentForm({
    initialValues: { name: begin.name, domain: begin.domain },
    validate: {
      name: (name) => (name.trim() === '' ? 'Enter the name of your organisation' : null),
      domain: (domain) => (domain.trim() === '' ? 'Enter its web domain, such as acme.com' : null),
    },
    send: ({ name, domain }) => send({ name: name.trim(), domain: domain.trim(), kind }),
    onDone,
  });
  const { form } = sent;
  return (
    <SentForm sent={sent} verb={verb} beside={beside}>
      <TextInput id="name" label="Name of your organisation" autoComplete="organization" maxLength={200} key={form.key('name')} {...form.getInputProps('name')} />
      <TextInput
        id="domain" label="Its web domain" description="Such as acme.com. If your own address is at that domain, you can begin at once." inputMode="url" autoComplete="off" spellCheck={false}
        maxLength={253} key={form.key('domain')} {...form.getInputProps('domain')}
      />
      <fieldset className={styles.choices}>
        <legend>Whom you hire for</legend>
        {kinds.map(({ id, title, says }) => (
          <label key={id} className={styles.option}>
            <input type="radio" name="kind" value={id} checked={kind === id} onChange={() => setKind(id)} aria-describedby={`kind-${id}`} />
            <span>{title}<span className={styles.says} id={`kind-${id}`}>{says}</span></span>
          </label>
        ))}
      </fieldset>
    </SentForm>
  );
}
