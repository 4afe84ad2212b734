// @ts-check
import { readFileSync } from 'node:fs';

/**
 * @typedef {{ passed: number, failed: number }} Tally
 * @typedef {(report: any) => Tally} ReportReader
 */

/**
 * Reads what a test runner reported.
 * @param {string} file its JSON report
 * @param {ReportReader} read
 * @returns {Tally} one failure where there is no report: the runner broke before it could write one
 */
export function readTally(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/**
 * Counts a file that could not be loaded as a failure too; Vitest has no test to count for it.
 * @type {ReportReader}
 */
export const ofVitest = (report) => {
  const broken = report.testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
};

/**
 * A test that passed at a second try is passed and flaky; errors outside of a test are counted as one failure each.
 * @type {ReportReader}
 */
export const ofPlaywright = ({ stats, errors }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected + errors.length,
});
