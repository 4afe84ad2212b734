import { QuaereError } from '../../contract/errors';

const longestName = 120;

/**
 * A matter's name as it is kept: Unicode NFC, without white space around it. Any characters may stand in it, since it
 * never becomes part of a path. Throws `matter-name`.
 */
export function checkMatterName(name: string, taken: ReadonlySet<string>): string {
  const normal = name.normalize('NFC').trim();
  const refuse = (problem: 'empty' | 'too-long' | 'control-characters' | 'taken') =>
    new QuaereError({ kind: 'matter-name', problem, limit: longestName });
  if (normal === '') throw refuse('empty');
  if (/\p{Cc}/u.test(normal)) throw refuse('control-characters');
  if ([...normal].length > longestName) throw refuse('too-long');
  if (taken.has(normal)) throw refuse('taken');
  return normal;
}
