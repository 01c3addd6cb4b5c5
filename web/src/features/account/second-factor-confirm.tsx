import { useQueryClient } from '@tanstack/react-query';
import { confirmSecondFactor } from '../../api/account-commands.js';
import { secondFactorQuery } from '../../api/account-queries.js';
import { type SecondFactorSecret } from '../../api/schema.js';
import { focusHeading } from '../../lib/focus-heading.js';
import { SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import { checkCode } from './checks.js';
import { CodeField } from './code-field.js';
import { QrCode } from './qr-code.js';
import styles from './settings.module.css';
import { useFactorChanged } from './use-factor-changed.js';

/** The secret as a picture and as text, and the first code of the app as the proof that it took. */
export function SecondFactorConfirm({ secret: { secret, uri }, onCodes }: { secret: SecondFactorSecret; onCodes: (codes: readonly string[]) => void }) {
  const queryClient = useQueryClient();
  const factorChanged = useFactorChanged();
  const sent = useSentForm({
    initialValues: { code: '' },
    validate: { code: checkCode },
    send: ({ code }) => confirmSecondFactor(code.trim()),
    onDone: ({ recoveryCodes }) => {
      focusHeading();
      onCodes(recoveryCodes);
      factorChanged('on');
      void queryClient.invalidateQueries({ queryKey: secondFactorQuery.queryKey });
    },
    fieldOf: { 'accounts.wrong_code': 'code' },
  });
  const { form } = sent;
  return (
    <>
      <ol className={styles.steps}>
        <li>Open an authenticator app on your phone, and let it add an account.</li>
        <li>
          <p>Point its camera here:</p>
          <QrCode text={uri} label="QR code with the secret for your authenticator app; the same secret stands below as text" />
          <p>No camera? Type this secret: <code className={`${styles.mono} ${styles.secret}`}>{inGroups(secret)}</code></p>
        </li>
        <li>Type the six digits that it shows now.</li>
      </ol>
      <SentForm sent={sent} verb="Turn it on">
        <CodeField id="code" label="Code from the app" inputMode="numeric" key={form.key('code')} {...form.getInputProps('code')} />
      </SentForm>
    </>
  );
}

/** Four letters at a time can be read and typed without losing one's place. */
const inGroups = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;
