import { fileTypeFromBuffer } from 'file-type';
import { decode } from './decode';
import { byteOrderMark } from './encoding';
import type { Format, Identified } from './reader';
import { isZip, zipHas } from './zip';

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  txt: 'text',
  text: 'text',
  log: 'text',
  '': 'text',
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  dotm: 'docx',
  pdf: 'pdf',
};

/** Extensions whose file may well hold a web page, because programs save pages under them. */
const MAY_HOLD_HTML = new Set(['', 'txt', 'text', 'doc', 'xml', 'asp', 'aspx', 'php', 'jsp', 'shtml']);

/** Office formats that are encrypted in the same container as Word's; only the name tells them apart. */
const OTHER_OFFICE = new Set(['xlsx', 'xlsm', 'xlsb', 'xltx', 'pptx', 'pptm', 'potx', 'ppsx']);

/** Told by two bytes alone, which a text or a broken file may have as well: the name is the better witness. */
const VAGUE = new Set(['audio/mpeg', 'audio/aac', 'application/x-compress', 'image/x-icon']);

/** Formats of text that have no signature and that we do not read. */
const BY_NAME_ONLY: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  xml: 'application/xml',
  eml: 'message/rfc822',
  mbox: 'application/mbox',
  mht: 'multipart/related',
  mhtml: 'multipart/related',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
};

/** Names of streams that say which program wrote an OLE file. */
const OLE_STREAMS = [
  ['__substg1.0_', 'application/vnd.ms-outlook'],
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
] as const;

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * What a file is: by its content where that says it, else by its name. A file that has the name of a format that we read, but not
 * the content of any, is taken at its name, so that its reader reports it as corrupt.
 */
export async function identify(bytes: Uint8Array, fileName: string): Promise<Identified> {
  const extension = extensionOf(fileName);
  const named = BY_EXTENSION[extension];
  const isTextByName = named === 'text' || named === 'markdown' || named === 'html';

  if (isOle(bytes)) {
    const word = isEncryptedOffice(bytes) && !OTHER_OFFICE.has(extension);
    return word ? reads('docx') : unsupported(oleType(bytes));
  }
  if (isZip(bytes)) {
    if (zipHas(bytes, 'word/document.xml')) return reads('docx');
    const type = await contentType(bytes);
    if (type === null || type === 'application/zip') {
      return named === 'docx' || named === 'pdf' ? reads(named) : unsupported(type ?? 'application/zip');
    }
    return isWord(type) ? reads('docx') : unsupported(type);
  }
  const pdfAt = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).indexOf('%PDF-');
  if (pdfAt === 0 || (pdfAt > 0 && (!isTextByName || extension === ''))) return reads('pdf');
  if (isHtml(bytes) && (MAY_HOLD_HTML.has(extension) || named === 'html')) return reads('html');

  const type = await contentType(bytes);
  const isVague = type === null || VAGUE.has(type);
  // Words can look like a signature: a form that begins with FORM is no AIFF sound.
  if (isTextByName)
    return isVague || (looksLikeText(bytes) && type !== 'application/rtf') ? reads(named) : unsupported(type);
  if (named !== undefined) return isVague ? reads(named) : unsupported(type);
  return unsupported(isVague ? (BY_NAME_ONLY[extension] ?? `.${extension}`) : type);
}

/** Whether bytes are an OLE compound file that holds an encrypted Office document. */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  return isOle(bytes) && hasStream(bytes, 'EncryptedPackage');
}

function hasStream(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
}

function oleType(bytes: Uint8Array): string {
  return OLE_STREAMS.find(([stream]) => hasStream(bytes, stream))?.[1] ?? 'application/x-ole-storage';
}

function isOle(bytes: Uint8Array): boolean {
  return OLE.every((byte, i) => bytes[i] === byte);
}

function reads(format: Format): Identified {
  return { supported: true, format };
}

function unsupported(detail: string): Identified {
  return { supported: false, detail };
}

function extensionOf(fileName: string): string {
  const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

async function contentType(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime ?? null;
  } catch {
    // Thrown for files that begin like a format and then break off.
    return null;
  }
}

function isWord(type: string): boolean {
  return type.includes('wordprocessingml') || /ms-word\.(?:document|template)\.macroenabled/i.test(type);
}

function looksLikeText(bytes: Uint8Array): boolean {
  return decode(bytes.subarray(0, 4096)).ok;
}

function isHtml(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 1024);
  const text = new TextDecoder(byteOrderMark(start) ?? 'latin1').decode(start);
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype\s+html|<html[\s>])/i.test(text);
}
