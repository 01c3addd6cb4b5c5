import { useState } from 'react';
import { beginSecondFactor } from '../../api/account-commands.js';
import { type MyAccount, type SecondFactorSecret } from '../../api/schema.js';
import { focusHeading } from '../../lib/focus-heading.js';
import { SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import { checkPassword } from './checks.js';
import { PasswordField } from './password-field.js';
import { Proved, proofFields, proofOf, useProofRefused } from './proof.js';
import { SecondFactorConfirm } from './second-factor-confirm.js';

/** First the proof that it is you, then the secret for the app. */
export function SecondFactorSetUp({ account, onCodes }: { account: MyAccount; onCodes: (codes: readonly string[]) => void }) {
  const [secret, setSecret] = useState<SecondFactorSecret | null>(null);
  if (secret !== null) return <SecondFactorConfirm secret={secret} onCodes={onCodes} />;
  return <Proved account={account}>{(asksPassword) => <Begin asksPassword={asksPassword} onSecret={setSecret} />}</Proved>;
}

function Begin({ asksPassword, onSecret }: { asksPassword: boolean; onSecret: (secret: SecondFactorSecret) => void }) {
  const onRefused = useProofRefused();
  const sent = useSentForm({
    initialValues: { password: '' },
    validate: { password: (password) => (asksPassword ? checkPassword(password) : null) },
    send: ({ password }) => beginSecondFactor(proofOf(password)),
    onDone: (secret) => {
      focusHeading();
      onSecret(secret);
    },
    fieldOf: proofFields,
    onRefused,
  });
  const { form } = sent;
  return (
    <SentForm sent={sent} verb="Set it up">
      {asksPassword && <PasswordField id="password" label="Your password" autoComplete="current-password" key={form.key('password')} {...form.getInputProps('password')} />}
    </SentForm>
  );
}
