/** Where on which list the state of a credential stands. */
export interface StatusPlace {
  readonly list: number;
  readonly index: number;
}

/** The two questions that are asked of a state. `suspension`: whether it is not to be relied on now; `revocation`: whether it never will be again. */
export const statusPurposes = ['suspension', 'revocation'] as const;
export type StatusPurpose = (typeof statusPurposes)[number];

/** The address of a list, below the address people use. */
export const listAddress = (site: string, list: number, purpose: StatusPurpose = 'suspension'): string => `${site}/credentials/status/${list}${purpose === 'suspension' ? '' : `/${purpose}`}`;

/**
 * How a credential says where its state is told (Bitstring Status List 1.0). Open Badges 3.0 allows one entry: the one that says whether to rely on
 * it now; whether that is final stands in the other list. No `statusReference` names that one: programs with an earlier context would call the proof bad.
 */
export function statusEntry(site: string, { list, index }: StatusPlace): object {
  const address = listAddress(site, list);
  return { id: `${address}#${index}`, type: 'BitstringStatusListEntry', statusPurpose: 'suspension', statusListIndex: String(index), statusListCredential: address };
}
