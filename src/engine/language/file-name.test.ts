import { expect, test } from 'vitest';
import { wordsOfName } from './file-name';

test.each([
  ['/cases/NDA-ROI%20Corporation_v2.txt', 'NDA ROI Corporation v2'],
  ['/cases/LeaseAgreement.docx', 'Lease Agreement'],
  ['/cases/设备采购合同 QT-VM-2023-017.docx', '设备采购合同 QT VM 2023-017'],
  ['/cases/2023-11-15 质量异议通知.txt', '2023-11-15 质量异议通知'],
  ['/cases/100% owned.pdf', '100% owned'],
  ['/cases/.env', '.env'],
  ['/cases/___.txt', '___'],
])('%s', (file, name) => {
  expect(wordsOfName(file)).toBe(name);
});
