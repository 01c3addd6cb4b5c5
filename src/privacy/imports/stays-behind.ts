/** Why what a module told elsewhere is not taken in here, by module; what is not named belongs to the place it came from. */
const BECAUSE: Readonly<Record<string, string>> = {
  consent: 'nothing is allowed here before you allow it here',
  certificates: 'a certificate is vouched for by the place that issued it; its paper is in the copy, and its link works there',
  payments: 'what was bought there is settled there',
  recruiters: 'organisations there saw it, and nobody here does',
  ai: 'it tells what was sent from there',
  audit: 'it tells what was done there',
  notifications: 'it was said there',
  storage: 'the files are in the copy; what is recorded here needs a consent given here',
};

/** Why a category of a copy stays behind. */
export function staysBecause(module: string): string {
  return BECAUSE[module] ?? 'it belongs to the place it comes from';
}
