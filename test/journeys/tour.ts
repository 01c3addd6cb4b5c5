/** The numbered steps of the README's tour: the words in bold with which each begins. */
export function stepsIn(readme: string): string[] {
  const [, tour = ''] = /^## [^\n]*tour[^\n]*$([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(readme) ?? [];
  return [...tour.matchAll(/^\d+\. \*\*(.+?)\.?\*\*/gm)].map(([, step = '']) => step);
}
