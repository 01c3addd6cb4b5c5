import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changePhone } from '../../api/account-commands.js';
import { myAccountQuery } from '../../api/account-queries.js';
import { type MyAccount } from '../../api/schema.js';
import { Failure } from '../../ui/failure.js';
import { SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import { Notice } from '../../ui/notice.js';
import { checkPhone } from './checks.js';
import styles from './settings.module.css';

/** A number nobody has to give, and nobody but its owner is shown. */
export function ProfilePhone({ account }: { account: MyAccount }) {
  const queryClient = useQueryClient();
  const onDone = (changed: MyAccount): void => { queryClient.setQueryData(myAccountQuery.queryKey, changed); };
  const deleting = useMutation({ mutationFn: () => changePhone(null), onSuccess: (changed) => { onDone(changed); form.setFieldValue('phone', ''); sending.reset(); } });
  const sent = useSentForm({
    initialValues: { phone: account.phone ?? '' },
    validate: { phone: checkPhone },
    send: ({ phone }) => changePhone(phone.trim()),
    onDone: (changed) => { onDone(changed); deleting.reset(); },
  });
  const { form, sending } = sent;
  return (
    <section aria-labelledby="your-phone" className={styles.section}>
      <h2 id="your-phone">Your phone number</h2>
      <p className={styles.soft}>Only if you like. It is shown to nobody but you.</p>
      {sending.isSuccess && account.phone !== null && <Notice kind="done">Saved. Your number is {account.phone}.</Notice>}
      {deleting.isSuccess && <Notice kind="done">Your number is deleted.</Notice>}
      {deleting.isError && <Failure error={deleting.error} />}
      <SentForm
        sent={sent} verb="Save the number"
        beside={account.phone !== null && <Button variant="subtle" loading={deleting.isPending} onClick={() => deleting.mutate()}>Delete the number</Button>}
      >
        <TextInput id="phone" label="Phone number" type="tel" autoComplete="tel" maxLength={30} key={form.key('phone')} {...form.getInputProps('phone')} />
      </SentForm>
    </section>
  );
}
