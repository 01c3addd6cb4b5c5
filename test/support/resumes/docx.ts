import { zip, type ZipPart } from './zip.js';

const NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';

/** How a run of letters looks. */
export interface RunLook {
  readonly size?: number;
  readonly hidden?: boolean;
  readonly color?: string;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export function run(text: string, { size, hidden, color }: RunLook = {}): string {
  const look = `${hidden ? '<w:vanish/>' : ''}${color === undefined ? '' : `<w:color w:val="${color}"/>`}${size === undefined ? '' : `<w:sz w:val="${size * 2}"/>`}`;
  const words = escaped(text).split('\t').map((part) => `<w:t xml:space="preserve">${part}</w:t>`).join('<w:tab/>');
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}${words}</w:r>`;
}

export const paragraph = (text: string, look: RunLook & { bullet?: boolean; style?: string } = {}): string =>
  `<w:p><w:pPr>${look.style === undefined ? '' : `<w:pStyle w:val="${look.style}"/>`}${look.bullet ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : ''}<w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs></w:pPr>${run(text, look)}</w:p>`;

/** Rows of cells; each cell is a list of paragraphs. */
export const table = (rows: readonly (readonly (readonly string[])[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr/>${cell.length === 0 ? '<w:p/>' : cell.join('')}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** A text box as Word writes it: a drawing, and the same once more for old programs. */
export function textBox(paragraphs: readonly string[]): string {
  const content = `<w:txbxContent>${paragraphs.join('')}</w:txbxContent>`;
  return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${content}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
}

/** The parts of a Word document with this body; `head` is the XML before the document, where hostile files put theirs. */
export function docxParts(body: string, { head = '', header, author }: { head?: string; header?: string; author?: string } = {}): ZipPart[] {
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  return [
    { name: '[Content_Types].xml', content: `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>` },
    { name: '_rels/.rels', content: `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>` },
    { name: 'word/document.xml', content: `${xml}${head}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>` },
    ...(header === undefined ? [] : [{ name: 'word/header1.xml', content: `${xml}<w:hdr ${NAMESPACES}>${header}</w:hdr>` }]),
    ...(author === undefined ? [] : [{ name: 'docProps/core.xml', content: `${xml}<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${escaped(author)}</dc:creator></cp:coreProperties>` }]),
  ];
}

export const docx = (body: string, options: Parameters<typeof docxParts>[1] = {}): Buffer => zip(docxParts(body, options));
