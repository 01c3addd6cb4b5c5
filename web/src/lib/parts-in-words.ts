const words: Readonly<Record<string, string>> = {
  accounts: 'account and sign-ins', ai: 'requests to AI providers', audit: 'audit log', candidates: 'resume, profile and assessments', certificates: 'certificates', consent: 'consents and who saw what',
  interviews: 'interviews and recordings', mail: 'mails', notifications: 'inbox', payments: 'purchases and invoices', privacy: 'requests and choices about data', recruiters: 'what organisations hold', storage: 'list of files',
};

/** A part of the product, as a legal hold names it, in words. */
export const partInWords = (part: string): string => words[part] ?? part;
