const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0';

/** Puts a credential into a drawing (Open Badges 3.0, baked badges): verbatim, as the first thing inside of `<svg>`. */
export function bakeSvg(svg: string, credential: string): string {
  const [opening] = /<svg\b[^>]*>/.exec(svg) ?? [];
  if (opening === undefined || opening.endsWith('/>')) throw new Error('This is no SVG');
  const named = opening.replace(/^<svg\b/, `<svg xmlns:openbadges="${NAMESPACE}"`);
  // What would end the section early is written in two of them.
  const section = `<![CDATA[${credential.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  return svg.replace(opening, () => `${named}<openbadges:credential>${section}</openbadges:credential>`);
}

/** The credential in a drawing: its text, or what the attribute `verify` holds, which is how a JWT is baked. Null when there is none. */
export async function credentialInSvg(svg: string): Promise<string | null> {
  const { Parser } = await import('htmlparser2');
  const found = { verify: '', text: '', isInside: false, isFound: false };
  const parser = new Parser({
    onopentag: (name, { verify = '' }) => {
      if (found.isFound || !name.endsWith(':credential')) return;
      Object.assign(found, { verify, isInside: true, isFound: true });
    },
    ontext: (text) => { if (found.isInside) found.text += text; },
    onclosetag: (name) => { if (name.endsWith(':credential')) found.isInside = false; },
  }, { xmlMode: true });
  parser.end(svg);
  return found.isFound ? found.verify || found.text : null;
}
