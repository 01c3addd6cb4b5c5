import { Textarea, TextInput } from '@mantine/core';
import { reportMinor } from '../../api/minor-queries.js';
import { focusHeading } from '../../lib/focus-heading.js';
import { SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import { Notice } from '../../ui/notice.js';

const isSaid = (fault: string) => (words: string): string | null => (words.trim() === '' ? fault : null);

/** Says that somebody here is too young. The answer is the same whoever is meant. */
export function MinorForm() {
  const sent = useSentForm({
    initialValues: { about: '', why: '', contact: '' },
    validate: { about: isSaid('Say who it is about.'), why: isSaid('Say why you think so.') },
    send: ({ about, why, contact }) => reportMinor({ about, why, ...(contact.trim() === '' ? {} : { contact: contact.trim() }) }),
    onDone: focusHeading,
  });
  const { form, sending } = sent;
  if (sending.isSuccess) {
    return <Notice kind="done" title="Thank you, your report is here">A person looks at it. We do not say whether somebody has an account here, so you hear from us only if we have a question.</Notice>;
  }
  return (
    <SentForm sent={sent} verb="Send the report">
      <TextInput
        id="about" label="Who is it about?" description="The link of a certificate, the name of a profile as recruiters see it, such as “Teal Heron 407”, or an e-mail address" maxLength={500} autoComplete="off"
        key={form.key('about')} {...form.getInputProps('about')}
      />
      <Textarea id="why" label="Why do you think so?" rows={4} maxLength={2000} key={form.key('why')} {...form.getInputProps('why')} />
      <TextInput id="contact" type="email" label="Your e-mail address, if we may ask you something (optional)" maxLength={254} autoComplete="email" key={form.key('contact')} {...form.getInputProps('contact')} />
    </SentForm>
  );
}
