import { useQuery } from '@tanstack/react-query';
import { myAccountQuery } from '../../api/account-queries.js';
import { SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { checkPassword } from './checks.js';
import { PasswordField } from './password-field.js';
import { Proved, proofFields, proofOf, useProofRefused } from './proof.js';

interface Props {
  /** A verb and its thing: "Download my data". */
  verb: string;
  send: (proof: { password?: string }) => Promise<void>;
}

/** One act that takes a fresh sign-in or the password: asks for what is missing, then does it. */
export function ProofForm(props: Props) {
  return (
    <Loaded query={useQuery(myAccountQuery)} failed="Your account could not be read." skeleton={<LinesSkeleton lines={2} />}>
      {(account) => <Proved account={account}>{(asksPassword) => <Form {...props} asksPassword={asksPassword} />}</Proved>}
    </Loaded>
  );
}

function Form({ verb, send, asksPassword }: Props & { asksPassword: boolean }) {
  const onRefused = useProofRefused();
  const sent = useSentForm({
    initialValues: { password: '' },
    validate: { password: (password) => (asksPassword ? checkPassword(password) : null) },
    send: ({ password }) => send(proofOf(password)),
    onDone: () => undefined,
    fieldOf: proofFields,
    onRefused,
  });
  const { form } = sent;
  return (
    <SentForm sent={sent} verb={verb}>
      {asksPassword && <PasswordField id="password" label="Your password" autoComplete="current-password" key={form.key('password')} {...form.getInputProps('password')} />}
    </SentForm>
  );
}
