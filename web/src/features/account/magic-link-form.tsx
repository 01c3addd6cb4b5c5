import { Checkbox, TextInput } from '@mantine/core';
import { sendMagicLink } from '../../api/commands.js';
import { hasFaults, SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import { PageHeading } from '../../ui/page-heading.js';
import { checkEmail } from './checks.js';
import { type SignInNews, SignInNotices } from './sign-in-notices.js';

/** Asks for a mail that signs one in. */
export function MagicLinkForm({ email, onDone, news = {} }: { email: string; onDone: (email: string) => void; news?: SignInNews }) {
  const sent = useSentForm({
    initialValues: { email, staySignedIn: false },
    validate: { email: checkEmail },
    send: (values) => sendMagicLink({ email: values.email.trim(), staySignedIn: values.staySignedIn }),
    onDone: (_answer, values) => onDone(values.email.trim()),
  });
  const { form } = sent;
  return (
    <>
      <PageHeading title="Sign in by mail" failed={hasFaults(sent)} lead="We mail you a link and a code. Either of them signs you in, once, without a password.">
        Sign in by mail
      </PageHeading>
      {!hasFaults(sent) && <SignInNotices news={news} />}
      <SentForm sent={sent} verb="Mail me a link">
        <TextInput id="email" label="E-mail address" type="email" autoComplete="email" key={form.key('email')} {...form.getInputProps('email')} />
        <Checkbox
          id="staySignedIn" label="Stay signed in" description="Only on a device nobody else uses."
          key={form.key('staySignedIn')} {...form.getInputProps('staySignedIn', { type: 'checkbox' })}
        />
      </SentForm>
    </>
  );
}
