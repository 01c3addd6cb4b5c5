const TITLES: Readonly<Record<string, string>> = { junior: 'Junior', mid: 'Mid-level', senior: 'Senior', lead: 'Lead' };

/** How a level is called on screen. */
export function levelTitle(levelId: string): string {
  return TITLES[levelId] ?? levelId;
}
