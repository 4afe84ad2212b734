// @ts-check
import { setUp } from './setup.mjs';

/** Vitest's global set-up: the integration tests start the built workers, so these must be of the sources under test. */
export default () => setUp({ build: true });
