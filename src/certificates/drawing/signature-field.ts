import { type Sheet } from './sheet.js';

/** Room for the signature, in bytes: two certificates with keys of 4096 bits take less than half of it. */
const ROOM = 8192;
/** Gives way to where the signed bytes begin and end, once that is known. */
const PLACE = '**********';
const PRINTED_AND_LOCKED = 4 + 128;
const SIGNED_AND_ONLY_TO_BE_ADDED_TO = 1 + 2;

/** What pdfkit keeps to itself and has no verb for. */
interface Innards {
  readonly _root: { data: { AcroForm: { data: Record<string, unknown> } } };
  readonly page: { readonly annotations: readonly object[] };
}

/** Leaves room for a signature of the whole file (ISO 32000-1, 12.8); readers show it beside the page, not on it. */
export function addSignatureField(sheet: Sheet, { by, at }: { by: string; at: Date }): void {
  const { doc } = sheet;
  const signature = doc.ref({
    Type: 'Sig', Filter: 'Adobe.PPKLite', SubFilter: 'adbe.pkcs7.detached', ByteRange: [0, PLACE, PLACE, PLACE], Contents: Buffer.alloc(ROOM), Name: new String(by), M: at,
  });
  signature.end('');
  const field: object = { Subtype: 'Widget', FT: 'Sig', T: new String('signature'), TU: new String(`PDF digital signature of ${by}`), V: signature, F: PRINTED_AND_LOCKED, structParent: sheet.element('Form') };
  doc.annotate(0, 0, 0, 0, field);
  doc.initForm();
  const { _root, page } = doc as unknown as Innards;
  const { data: form } = _root.data.AcroForm;
  // Whoever let a reader draw the fields anew would break the signature.
  delete form.NeedAppearances;
  form.SigFlags = SIGNED_AND_ONLY_TO_BE_ADDED_TO;
  form.Fields = page.annotations.slice(-1);
}
