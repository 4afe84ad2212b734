import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Outcome, QuaereBridge } from '../../contract/bridge';
import type { SearchResult } from '../../contract/search';
import { aResult } from '../testing/fixtures';
import { isSettled, nextLimit, useSearch } from './search-store';

interface Call {
  readonly id: number | undefined;
  readonly params: { readonly query: string; readonly mode?: string; readonly limit?: number };
  answer(outcome: Outcome<SearchResult>): Promise<void>;
}

/** The calls of the engine, which the test answers itself, in whatever order. */
const calls: Call[] = [];
const cancelled: number[] = [];
const initial = useSearch.getState();

beforeEach(() => {
  vi.useFakeTimers();
  calls.length = 0;
  cancelled.length = 0;
  const bridge = {
    call: (_name: string, params: Call['params'], id?: number) =>
      new Promise<Outcome<SearchResult>>((resolve) => {
        calls.push({
          id,
          params,
          answer: async (outcome) => {
            resolve(outcome);
            await vi.advanceTimersByTimeAsync(0);
          },
        });
      }),
    cancel: (id: number) => cancelled.push(id),
  };
  vi.stubGlobal('window', { quaere: bridge satisfies Pick<QuaereBridge, 'cancel'> & { call: unknown } });
  useSearch.setState({ ...initial, matter: 'm' }, true);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const state = () => useSearch.getState();
const found = (query: string, passages = [2]): Outcome<SearchResult> => ({ ok: true, value: aResult(query, passages) });

test('searches words while typing and meaning when typing rests', async () => {
  state().type('解');
  await vi.advanceTimersByTimeAsync(30);
  state().type('解除');
  await vi.advanceTimersByTimeAsync(70);
  expect(calls.map((call) => call.params)).toMatchObject([{ query: '解除', mode: 'lexical' }]);
  await calls[0]!.answer(found('解除'));
  expect(state().answer?.mode).toBe('lexical');
  expect(isSettled(state())).toBe(false);
  expect(state().selected).toBeNull();

  await vi.advanceTimersByTimeAsync(350);
  expect(calls[1]!.params).toMatchObject({ query: '解除', mode: 'hybrid' });
  await calls[1]!.answer(found('解除'));
  expect(isSettled(state())).toBe(true);
  expect(state().selected).toBe(1);
});

test('an answer that a later question has overtaken is cancelled and never shown', async () => {
  state().submit('first');
  state().submit('second');
  expect(cancelled).toEqual([calls[0]!.id]);
  await calls[1]!.answer(found('second'));
  await calls[0]!.answer(found('first'));
  expect(state().answer?.result.query).toBe('second');
});

test('the last answer stays until the next one is there; an empty box takes it away', async () => {
  state().submit('first');
  await calls[0]!.answer(found('first'));
  state().type('second');
  await vi.advanceTimersByTimeAsync(70);
  expect(state().answer?.result.query).toBe('first');
  state().type('  ');
  expect(state().answer).toBeNull();
  await vi.advanceTimersByTimeAsync(1000);
  expect(calls).toHaveLength(2);
});

test('what an input method has not yet put in is not searched', async () => {
  state().type('jie', true);
  await vi.advanceTimersByTimeAsync(1000);
  expect(calls).toHaveLength(0);
  expect(state().text).toBe('jie');
});

test('a failure is shown; a cancelled call is not a failure', async () => {
  state().submit('q');
  await calls[0]!.answer({ ok: false, failure: { kind: 'engine-stopped' } });
  expect(state()).toMatchObject({ failure: { kind: 'engine-stopped' }, busy: false });
  state().submit('q');
  await calls[1]!.answer({ ok: false, failure: { kind: 'cancelled' } });
  expect(state().busy).toBe(false);
  state().submit('q');
  await calls[2]!.answer(found('q'));
  expect(state().failure).toBeNull();
});

test('a selection that is in the new answer stays', async () => {
  state().submit('q');
  await calls[0]!.answer(found('q'));
  state().select(2);
  state().refresh();
  await calls[1]!.answer(found('q', [3]));
  expect(state().selected).toBe(2);
});

test('more is asked for only where the answer was full, up to what the engine gives', async () => {
  state().submit('q');
  await calls[0]!.answer(found('q', [50]));
  expect(nextLimit(state().answer)).toBe(250);
  state().more();
  expect(calls[1]!.params.limit).toBe(250);
  await calls[1]!.answer(found('q', [60]));
  expect(nextLimit(state().answer)).toBeNull();
});

test('another matter begins with an empty box', async () => {
  state().submit('q');
  await calls[0]!.answer(found('q'));
  state().setMatter('other');
  expect(state()).toMatchObject({ text: '', answer: null, selected: null });
});
