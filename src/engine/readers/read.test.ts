import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { makeDocx, paragraph } from './fixtures/make-docx';
import { latin, makePdf } from './fixtures/make-pdf';
import { read } from './read';

const text = (content: string) => Buffer.from(content);
const docx = makeDocx({ body: paragraph('x') });
const pdf = makePdf([latin(72, 700, 'x')]);
const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de', 'hex');
const ole = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1016), Buffer.from(stream, 'utf16le')]);

test.each([
  ['a.md', text('x'), 'markdown'],
  ['a.MARKDOWN', text('x'), 'markdown'],
  ['README', text('x'), 'text'],
  ['a.log', text('x'), 'text'],
  ['page.htm', text('<p>x'), 'html'],
  ['page.doc', text('<html><p>x'), 'html'],
  ['page', text('<!-- saved --><!DOCTYPE HTML><p>x'), 'html'],
  ['a.docx', docx, 'docx'],
  ['a.bin', docx, 'docx'],
  ['a.pdf', pdf, 'pdf'],
  ['download', Buffer.concat([text('junk\n'), pdf]), 'pdf'],
  ['a.txt', text('FORM AIFF of a contract'), 'text'],
  ['a.txt', Buffer.from('\ufeffID3 合同', 'utf16le'), 'text'],
])('%s is read as what it holds', async (name, bytes, format) => {
  expect(await read(bytes, name)).toMatchObject({ kind: 'document', document: { format } });
});

test.each([
  ['a.csv', text('a,b'), 'text/csv'],
  ['a.json', text('{}'), 'application/json'],
  ['a.xml', text('<?xml version="1.0"?><a/>'), 'application/xml'],
  ['a.eml', text('From: a'), 'message/rfc822'],
  ['a.rtf', text('{\\rtf1 x}'), 'application/rtf'],
  ['a.txt', text('{\\rtf1 x}'), 'application/rtf'],
  ['a.txt', png, 'image/png'],
  ['a.docx', png, 'image/png'],
  ['a.doc', ole('WordDocument'), 'application/msword'],
  ['a.xlsx', ole('EncryptedPackage'), 'application/x-ole-storage'],
  ['a.zip', zipSync({ 'a.txt': text('x') }), 'application/zip'],
  ['a.xyz', text('x'), '.xyz'],
])('%s is of a format that is not read', async (name, bytes, detail) => {
  expect(await read(bytes, name)).toEqual({ kind: 'unsupported', detail });
});

test.each([
  ['a.docx', docx.slice(0, 300), 'corrupt'],
  ['a.docx', text('not a document'), 'corrupt'],
  ['a.docx', zipSync({ 'a.txt': text('x') }), 'corrupt'],
  ['a.docx', ole('EncryptedPackage'), 'encrypted'],
  ['a.pdf', text('not a document'), 'corrupt'],
  ['a.pdf', new Uint8Array(0), 'corrupt'],
  ['a.txt', Uint8Array.from({ length: 999 }, (_, i) => (i * 89) % 31), 'corrupt'],
  ['a.txt', text(' \n\u3000\n'), 'no-text'],
  ['a.md', text('<!-- x -->'), 'no-text'],
])('%s fails with its reason', async (name, bytes, reason) => {
  expect(await read(bytes, name)).toMatchObject({ kind: 'failed', reason });
});

test('a document that would unpack to more than 512 MB is not unpacked', async () => {
  const bomb = Buffer.from(makeDocx({ body: paragraph('x') }));
  // The unpacked size of an entry stands 24 bytes into its record in the directory.
  const record = bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  bomb.writeUInt32LE(600 * 1024 * 1024, record + 24);
  expect(await read(bomb, 'a.docx')).toMatchObject({ kind: 'failed', reason: 'too-large' });
});
