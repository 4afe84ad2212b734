// @ts-check
import { StepFailure } from './step-failure.mjs';

const MINIMUM = [20, 12];

/** @param {string} version as in process.versions.node */
export function checkNodeVersion(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = MINIMUM;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  const reason = `This is Node.js ${version}; Quaere needs ${MINIMUM.join('.')} or later.`;
  throw new StepFailure('Node.js', reason, 'Install a current Node.js and run this again.');
}
