import type { FileReason, FileState } from '../contract/ledger';
import type { Advice } from './advice';

export const fileStatesEn: Record<FileState, string> = {
  waiting: 'Waiting',
  indexed: 'Searchable',
  skipped: 'Left out',
  unsupported: 'Format not supported',
  failed: 'Could not be read',
};

export const fileReasonsEn: Record<FileReason, Advice> = {
  'office-lock-file': {
    title: 'Lock file of an open Office document',
    whatToDo: 'Holds no text of its own; it goes away when the document is closed.',
  },
  'system-file': { title: 'File of the operating system', whatToDo: 'Holds no text; nothing to do.' },
  empty: { title: 'Empty file', whatToDo: 'Holds no text; nothing to do.' },
  'own-data': { title: 'Quaere’s own data', whatToDo: 'Never searched; nothing to do.' },
  format: {
    title: 'Format not supported',
    whatToDo: 'Save it as PDF, DOCX, HTML, Markdown or plain text in the same folder.',
  },
  encrypted: {
    title: 'Protected by a password',
    whatToDo: 'Open it with its password, save a copy without one, then try again.',
  },
  corrupt: {
    title: 'Damaged, or not what its name says',
    whatToDo: 'Check that it opens in its own program. If so, save it again; if not, ask for a new copy.',
  },
  'too-large': { title: 'Too large', whatToDo: 'Split it into smaller files.' },
  'timed-out': { title: 'Took too long to read', whatToDo: 'Save it again or split it, then try again.' },
  'out-of-memory': {
    title: 'Needed too much memory',
    whatToDo: 'Close other programs or split the file, then try again.',
  },
  crashed: { title: 'The reader failed on this file', whatToDo: 'Save it again in its own program, then try again.' },
  'no-text': {
    title: 'No text in it',
    whatToDo: 'If it is a scan, run text recognition (OCR) on it, then try again. Otherwise there is nothing to find.',
  },
  unreadable: {
    title: 'No permission to read',
    whatToDo: 'Give your user account the right to read it, then try again.',
  },
  vanished: {
    title: 'Moved or deleted while indexing',
    whatToDo: 'Put it back if it is still needed, then try again.',
  },
  'link-loop': {
    title: 'A link that leads back to itself',
    whatToDo: 'The files are read by their own path; nothing to do.',
  },
};
