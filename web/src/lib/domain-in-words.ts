/** Anybody may call itself anything: whose web domain it is, and whether it has shown that. */
export const domainInWords = ({ domain, isDomainVerified }: { domain: string; isDomainVerified: boolean }): string => `${domain}, ${isDomainVerified ? 'verified' : 'not verified'}`;
