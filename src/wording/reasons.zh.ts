import type { FileReason, FileState } from '../contract/ledger';
import type { Advice } from './advice';

export const fileStatesZh: Record<FileState, string> = {
  waiting: '等待读取',
  indexed: '可检索',
  skipped: '已略过',
  unsupported: '格式不支持',
  failed: '读取失败',
};

export const fileReasonsZh: Record<FileReason, Advice> = {
  'office-lock-file': { title: 'Office 临时锁定文件', whatToDo: '不含正文，关闭对应文档后会自动消失。' },
  'system-file': { title: '系统文件', whatToDo: '不含正文，无需处理。' },
  empty: { title: '空文件', whatToDo: '不含正文，无需处理。' },
  'own-data': { title: 'Quaere 自身数据', whatToDo: '不参与检索，无需处理。' },
  format: { title: '格式不支持', whatToDo: '请在同一文件夹中另存为 PDF、DOCX、HTML、Markdown 或纯文本。' },
  encrypted: { title: '有密码保护', whatToDo: '请用密码打开，另存一份无密码的副本，然后重试。' },
  corrupt: {
    title: '文件损坏或与扩展名不符',
    whatToDo: '请确认能否正常打开：能打开则重新保存，打不开请索取新的副本。',
  },
  'too-large': { title: '文件过大', whatToDo: '请拆分为较小的文件。' },
  'timed-out': { title: '读取超时', whatToDo: '请重新保存或拆分文件，然后重试。' },
  'out-of-memory': { title: '所需内存过多', whatToDo: '请关闭其他程序或拆分文件，然后重试。' },
  crashed: { title: '解析该文件时程序出错', whatToDo: '请用原程序重新保存，然后重试。' },
  'no-text': { title: '没有文字', whatToDo: '如为扫描件，请先做文字识别（OCR），然后重试；否则无内容可供检索。' },
  unreadable: { title: '没有读取权限', whatToDo: '请为当前用户开通读取权限，然后重试。' },
  vanished: { title: '索引时已移动或删除', whatToDo: '如仍需要，请放回原处，然后重试。' },
  'link-loop': { title: '指向自身的链接', whatToDo: '文件会按其实际路径读取，无需处理。' },
};
