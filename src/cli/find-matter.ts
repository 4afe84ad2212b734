import type { EngineClient } from '../contract/calls';
import { QuaereError } from '../contract/errors';
import type { Matter } from '../contract/matters';

/** The matter of this name: the same to the letter, however its accents are encoded. */
export async function findMatter(engine: EngineClient, name: string): Promise<Matter | undefined> {
  const wanted = comparable(name);
  const matters = await engine.call('listMatters', {});
  return matters.find((matter) => comparable(matter.name) === wanted);
}

/** @throws QuaereError `matter-not-found` */
export async function requireMatter(engine: EngineClient, name: string): Promise<Matter> {
  const matter = await findMatter(engine, name);
  if (matter === undefined) throw new QuaereError({ kind: 'matter-not-found', matter: name });
  return matter;
}

function comparable(name: string): string {
  return name.trim().normalize('NFC');
}
