import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { rename } from '../../api/account-commands.js';
import { myAccountQuery } from '../../api/account-queries.js';
import { sessionQuery } from '../../api/queries.js';
import { type MyAccount } from '../../api/schema.js';
import { SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import { Notice } from '../../ui/notice.js';
import { checkName } from './checks.js';
import styles from './settings.module.css';

/** The name as it is shown to its owner. */
export function ProfileName({ account }: { account: MyAccount }) {
  const queryClient = useQueryClient();
  const sent = useSentForm({
    initialValues: { name: account.name },
    validate: { name: checkName },
    send: ({ name }) => rename(name.trim()),
    onDone: (renamed) => {
      queryClient.setQueryData(myAccountQuery.queryKey, renamed);
      void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  const { form, sending } = sent;
  return (
    <section aria-labelledby="your-name" className={styles.section}>
      <h2 id="your-name">Your name</h2>
      {sending.isSuccess && <Notice kind="done">Saved. You are {account.name} from now on.</Notice>}
      <SentForm sent={sent} verb="Save the name">
        <TextInput id="name" label="Name" autoComplete="name" maxLength={200} key={form.key('name')} {...form.getInputProps('name')} />
      </SentForm>
    </section>
  );
}
