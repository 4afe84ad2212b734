// @ts-check

/** A set-up step that cannot go on: what it was, why, and what the reader can do about it. Shown without a stack trace. */
export class StepFailure extends Error {
  /**
   * @param {string} step
   * @param {string} reason
   * @param {string} remedy
   */
  constructor(step, reason, remedy) {
    super(`Set-up stopped at: ${step}\n  Why:        ${reason}\n  What to do: ${remedy}`);
    this.name = 'StepFailure';
  }
}
