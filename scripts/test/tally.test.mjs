import { expect, test } from 'vitest';
import { ofPlaywright, ofVitest, readTally } from './tally.mjs';

test('a runner that left no report counts as a failure', () => {
  expect(readTally('no/such/report.json', ofVitest)).toEqual({ passed: 0, failed: 1 });
});

test('a test file that cannot be loaded counts as a failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}] },
    ],
  };
  expect(ofVitest(report)).toEqual({ passed: 3, failed: 2 });
});

test('Playwright: what passed at the second try passed, and an error outside of a test fails', () => {
  const report = { stats: { expected: 5, flaky: 1, unexpected: 2, skipped: 0 }, errors: [{}] };
  expect(ofPlaywright(report)).toEqual({ passed: 6, failed: 3 });
});
