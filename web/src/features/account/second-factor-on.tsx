import { useQueryClient } from '@tanstack/react-query';
import { renewRecoveryCodes, turnSecondFactorOff } from '../../api/account-commands.js';
import { secondFactorQuery } from '../../api/account-queries.js';
import { type SecondFactor } from '../../api/schema.js';
import { focusHeading } from '../../lib/focus-heading.js';
import { count, showDay } from '../../lib/format.js';
import { SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import { Notice } from '../../ui/notice.js';
import { checkCode } from './checks.js';
import { CodeField } from './code-field.js';
import styles from './settings.module.css';
import { useFactorChanged } from './use-factor-changed.js';

/** What one can do with a second factor that is on: have new recovery codes, or turn it off. Both ask for a code. */
export function SecondFactorOn({ state, onNewCodes }: { state: SecondFactor; onNewCodes: (codes: readonly string[]) => void }) {
  return (
    <>
      <div className={styles.section}>
        <Notice kind="done" title="Your second factor is on">
          {state.since !== null && <>Since {showDay(state.since)}. </>}You have {count(state.recoveryCodesLeft, 'recovery code')} left.
        </Notice>
      </div>
      <NewCodes onNewCodes={onNewCodes} />
      <TurnOff required={state.required} />
    </>
  );
}

function NewCodes({ onNewCodes }: { onNewCodes: (codes: readonly string[]) => void }) {
  const queryClient = useQueryClient();
  const sent = useSentForm({
    initialValues: { renewCode: '' },
    validate: { renewCode: checkCode },
    send: ({ renewCode }) => renewRecoveryCodes(renewCode.trim()),
    onDone: ({ recoveryCodes }) => {
      focusHeading();
      onNewCodes(recoveryCodes);
      void queryClient.invalidateQueries({ queryKey: secondFactorQuery.queryKey });
    },
    fieldOf: { 'accounts.wrong_code': 'renewCode' },
  });
  const { form } = sent;
  return (
    <section aria-labelledby="new-codes" className={styles.section}>
      <h2 id="new-codes">New recovery codes</h2>
      <p>Lost or used up? Have new ones. The old ones stop working.</p>
      <SentForm sent={sent} verb="Make new codes">
        <CodeField id="renewCode" label="Code from your app" key={form.key('renewCode')} {...form.getInputProps('renewCode')} />
      </SentForm>
    </section>
  );
}

function TurnOff({ required }: { required: boolean }) {
  const queryClient = useQueryClient();
  const factorChanged = useFactorChanged();
  const sent = useSentForm({
    initialValues: { offCode: '' },
    validate: { offCode: checkCode },
    send: ({ offCode }) => turnSecondFactorOff(offCode.trim()),
    onDone: () => {
      focusHeading();
      factorChanged(required ? 'required' : 'off');
      void queryClient.invalidateQueries({ queryKey: secondFactorQuery.queryKey });
    },
    fieldOf: { 'accounts.wrong_code': 'offCode' },
  });
  const { form } = sent;
  return (
    <section aria-labelledby="turn-off" className={styles.section}>
      <h2 id="turn-off">Turn it off</h2>
      <p>From then on your password, or a mail, is enough to sign in.{required && ' Your role needs a second factor: its pages close until you set one up again.'}</p>
      <SentForm sent={sent} verb="Turn it off" destroys>
        <CodeField id="offCode" label="Code from your app, or a recovery code" key={form.key('offCode')} {...form.getInputProps('offCode')} />
      </SentForm>
    </section>
  );
}
