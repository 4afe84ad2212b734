import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const bilingual = z.object({ zh: z.string(), en: z.string() });
const sampleSchema = z.object({ name: bilingual, featured: z.array(bilingual) });

export type SampleLanguage = keyof z.infer<typeof bilingual>;

export interface Sample {
  readonly name: string;
  /** The folder of its documents. */
  readonly folder: string;
  /** Questions to try. */
  readonly questions: readonly string[];
}

/** The matter that comes with Quaere. */
export async function readSample(resources: string, language: SampleLanguage): Promise<Sample> {
  const samples = join(resources, 'samples');
  const { name, featured } = sampleSchema.parse(JSON.parse(await readFile(join(samples, 'questions.json'), 'utf8')));
  return {
    name: name[language],
    folder: join(samples, 'matter'),
    questions: featured.map((question) => question[language]),
  };
}
