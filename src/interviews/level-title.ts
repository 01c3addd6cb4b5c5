const TITLES: Readonly<Record<string, string>> = { junior: 'Junior', mid: 'Mid-level', senior: 'Senior', lead: 'Lead' };

/** How a level is called on screen. */
export function levelTitle(levelId: string): string {
  // One from elsewhere may be called anything, as `constructor`.
  return (Object.hasOwn(TITLES, levelId) ? TITLES[levelId] : undefined) ?? levelId;
}
