import { expect, test } from 'vitest';
import { baseName, freeName, matterNameFor } from './naming';

const folder = (path: string) => ({ path, kind: 'folder' as const });
const file = (path: string) => ({ path, kind: 'file' as const });

test('a matter is called like the folder that was dropped', () => {
  expect(matterNameFor([folder('/home/li/案件/海润船务 诉 北辰重工/')])).toBe('海润船务 诉 北辰重工');
  expect(matterNameFor([folder('D:\\Cases\\Blue Bay')])).toBe('Blue Bay');
  expect(matterNameFor([folder('E:\\')])).toBe('E:\\');
});

test('several things, or a file, give the name of the folder in which they lie', () => {
  expect(matterNameFor([file('/cases/Blue Bay/a.pdf')])).toBe('Blue Bay');
  expect(matterNameFor([folder('/cases/Blue Bay/01'), file('/cases/Blue Bay/a.pdf')])).toBe('Blue Bay');
  expect(matterNameFor([file('/cases/Blue Bay/a.pdf'), file('/cases/Red Hill/a.pdf')])).toBeNull();
  expect(matterNameFor([file('/a.pdf')])).toBeNull();
});

test('a name that is taken gets a number', () => {
  expect(freeName('Blue Bay', [])).toBe('Blue Bay');
  expect(freeName('Blue Bay', ['blue bay', 'Blue Bay 2'])).toBe('Blue Bay 3');
});

test('the last part of a path of any platform', () => {
  expect(baseName('C:\\Cases\\a b.docx')).toBe('a b.docx');
  expect(baseName('/')).toBe('/');
});
