/** An organisation as candidates meet it: anybody may call itself anything, so that its domain always stands beside its name. */
export interface Named {
  readonly name: string;
  readonly domain: string;
  readonly isDomainVerified: boolean;
}

/** "Acme (acme.com, verified)"; not verified when no address of an owner has shown that the domain is theirs. */
export const named = ({ name, domain, isDomainVerified }: Named): string => `${name} (${domain}${isDomainVerified ? ', verified' : ', not verified'})`;
