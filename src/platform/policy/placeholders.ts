import { type PolicyValues } from './policy.schema.js';

/** What the policy that comes with the product says in place of an operator; `.example` is nobody's domain (RFC 2606). */
const PLACEHOLDER = /^(The operator of this Viva Voce$|Set this |Name the person )|\.example$/i;

/** Where the policy still has words that came with it in place of the operator's own: `operator.address`. */
export function placeholdersIn({ operator }: Pick<PolicyValues, 'operator'>): string[] {
  const { name, privacyContact, address, fiduciary, grievanceOfficer } = operator;
  const said: Readonly<Record<string, string>> = {
    name, privacyContact, address,
    'fiduciary.name': fiduciary.name, 'fiduciary.contact': fiduciary.contact,
    'grievanceOfficer.name': grievanceOfficer.name, 'grievanceOfficer.contact': grievanceOfficer.contact,
  };
  return Object.entries(said).filter(([, words]) => PLACEHOLDER.test(words)).map(([where]) => `operator.${where}`);
}
