import { type ImportReport } from '../privacy/index.js';

/** What came of a copy, for whoever brought it in; nothing in it says whose copy it was. */
export function importedInWords({ accountId, isNew, from, arrivals, stayed, files }: ImportReport): string[] {
  return [
    isNew ? `Brought in from ${from}, as the account ${accountId}. A mail with a link goes to its address: nobody sees anything before that was used.` : `This person was brought in from ${from} before, as the account ${accountId}. What was not here yet came now.`,
    ...arrivals.flatMap(({ category, came, left }) => [`  ${words(category)}: ${came} came`, ...left.map(({ count, because }) => `    ${count} did not: ${because}`)]),
    ...(stayed.length + files > 0 ? ['What stayed where it was:'] : []),
    ...stayed.map(({ category, because }) => `  ${words(category)}: ${because}`),
    ...(files > 0 ? [`  ${files} files: they are in the copy; what is recorded or kept here needs a consent given here`] : []),
  ];
}

/** `mailsTurnedOff` → `Mails turned off` */
function words(category: string): string {
  const apart = category.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return apart.charAt(0).toUpperCase() + apart.slice(1);
}
