import { describe, expect, test } from 'vitest';
import { QuaereError } from '../../contract/errors';
import { parseQuestions } from './questions';

const contract = {
  id: 'c-1',
  query: 'Which law?',
  gold: [{ path: 'nda.txt', start: 10, end: 90, text: 'the law of …' }],
};
const statute = {
  id: 'z-1',
  query: '谁来承担？',
  answer: '…',
  gold: [
    {
      name: '第七百八十三条',
      spans: [
        { path: 'a/合同编.md', start: 5, end: 50, sim: 1 },
        { path: 'b/合同编.md', start: 7, end: 52, sim: 0.98 },
      ],
    },
  ],
};

function failureOf(text: string) {
  try {
    parseQuestions(text, 'q.jsonl');
  } catch (error) {
    if (error instanceof QuaereError) return error.failure;
    throw error;
  }
  return null;
}

test('both shapes are read: single spans and alternatives', () => {
  const text = `\uFEFF${JSON.stringify(contract)}\r\n\n${JSON.stringify(statute)}\n`;
  expect(parseQuestions(text, 'q.jsonl')).toEqual([
    { id: 'c-1', query: 'Which law?', gold: [[{ path: 'nda.txt', start: 10, end: 90 }]] },
    {
      id: 'z-1',
      query: '谁来承担？',
      gold: [
        [
          { path: 'a/合同编.md', start: 5, end: 50 },
          { path: 'b/合同编.md', start: 7, end: 52 },
        ],
      ],
    },
  ]);
});

test('paths are brought to NFC, numbers as ids to strings', () => {
  const text = JSON.stringify({ ...contract, id: 7, gold: [{ path: 'cafe\u0301.txt', start: 0, end: 3 }] });
  const [question] = parseQuestions(text, 'q.jsonl');
  expect(question).toEqual({ id: '7', query: 'Which law?', gold: [[{ path: 'caf\u00e9.txt', start: 0, end: 3 }]] });
});

describe('a bad line is named', () => {
  const good = JSON.stringify(contract);
  test.each([
    ['not JSON', '{"id":', 3],
    ['no query', JSON.stringify({ id: 'x', gold: contract.gold }), 3],
    ['no gold', JSON.stringify({ ...contract, gold: [] }), 3],
    ['no alternative', JSON.stringify({ ...contract, gold: [{ spans: [] }] }), 3],
    ['an empty span', JSON.stringify({ ...contract, gold: [{ path: 'a', start: 4, end: 4 }] }), 3],
    ['a fraction', JSON.stringify({ ...contract, gold: [{ path: 'a', start: 0.5, end: 4 }] }), 3],
    ['a list', '[]', 3],
  ])('%s', (_, line, number) => {
    expect(failureOf(`${good}\n\n${line}\n${good}`)).toMatchObject({
      kind: 'questions-file',
      path: 'q.jsonl',
      line: number,
    });
  });

  test('an empty file', () => {
    expect(failureOf('\n')).toMatchObject({ kind: 'questions-file', line: null });
  });
});
