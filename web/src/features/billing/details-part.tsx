import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type BillingApi, type BillingDetails } from '../../api/billing-queries.js';
import { countries } from '../../lib/countries.js';
import { SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { Notice } from '../../ui/notice.js';
import styles from './billing.module.css';

/** What shall stand on invoices from now on. */
export function DetailsPart({ api }: { api: BillingApi }) {
  const query = useQuery(api.details);
  return (
    <section className={styles.part} aria-labelledby="details">
      <h2 id="details">On your invoices</h2>
      <p className={styles.soft}>All of it may stay empty. It is used for invoices alone, from the next one on.</p>
      <Loaded query={query} failed="What stands on your invoices could not be read." skeleton={<LinesSkeleton lines={5} />}>
        {(details) => <DetailsForm api={api} details={details} />}
      </Loaded>
    </section>
  );
}

function DetailsForm({ api, details }: { api: BillingApi; details: BillingDetails }) {
  const queryClient = useQueryClient();
  const sent = useSentForm({
    initialValues: { name: details.name, address: details.address, country: details.country ?? '', region: details.region, taxId: details.taxId },
    send: ({ country, ...values }) => api.saveDetails({ ...values, country: country === '' ? null : country }),
    onDone: (saved) => queryClient.setQueryData(api.details.queryKey, saved),
  });
  const { form, sending } = sent;
  return (
    <>
      {sending.isSuccess && <Notice kind="done">Saved. Your next invoice says so.</Notice>}
      <SentForm sent={sent} verb="Save for your invoices">
        <TextInput id="name" label="Name or company" autoComplete="organization" maxLength={200} key={form.key('name')} {...form.getInputProps('name')} />
        <Textarea id="address" label="Address" autoComplete="street-address" maxLength={500} rows={3} key={form.key('address')} {...form.getInputProps('address')} />
        <NativeSelect id="country" label="Country" autoComplete="country" data={[{ value: '', label: 'Not said' }, ...countries]} key={form.key('country')} {...form.getInputProps('country')} />
        <TextInput id="region" label="State or region" description="In India it decides which tax stands on the invoice." maxLength={100} key={form.key('region')} {...form.getInputProps('region')} />
        <TextInput id="taxId" label="Tax number" description="GSTIN or VAT number, if you have one." maxLength={40} key={form.key('taxId')} {...form.getInputProps('taxId')} />
      </SentForm>
    </>
  );
}
