/** What we use of the font reader that pdfkit brings along; it has no types of its own. */
declare module 'fontkit' {
  export function create(bytes: Buffer): { readonly characterSet: readonly number[] };
}
