import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { type Objection, objectionsQuery } from '../../api/privacy-api.js';
import { purposesQuery } from '../../consent/consent-api.js';
import { Notice } from '../../ui/notice.js';

/** Says where a switch will not work, and why: an objection stands against it. `to` leads to where it is lifted; without `purpose` it is about all of them. */
export function Stopped({ purpose, to }: { purpose?: Objection['purpose']; to: ReactNode }) {
  const { data: objections } = useQuery(objectionsQuery);
  const { data: purposes } = useQuery(purposesQuery);
  const standing = objections?.filter((one) => one.purpose === 'everything' || purpose === undefined || one.purpose === purpose) ?? [];
  if (standing.length === 0) return null;
  const isAll = standing.some((one) => one.purpose === 'everything');
  const titles = standing.flatMap((one) => purposes?.purposes.find((known) => known.purpose === one.purpose)?.title ?? []);
  return (
    <Notice kind="warning" title={isAll ? 'You restricted the use of your data' : 'You objected to this use of your data'} action={to}>
      {isAll ? 'Nothing optional is done with your data, and nothing of it can be switched on until you lift the restriction.' : `Until you lift your objection, this cannot be switched on: ${titles.join(', ')}.`}
    </Notice>
  );
}
