import type { Failure } from '../../contract/errors';
import type { Matter } from '../../contract/matters';
import type { MatterFile } from './matter-file';

/** A matter whose database cannot be opened at this moment, with the reason. */
export function unopened({ id, name, sample, created, sources }: MatterFile, failure: Failure): Matter {
  return {
    id,
    name,
    sample,
    created,
    sources: sources.map((source) => ({ ...source, available: false, files: 0 })),
    counts: { discovered: 0, waiting: 0, indexed: 0, skipped: 0, unsupported: 0, failed: 0 },
    documents: 0,
    coverage: { chunks: 0, vectors: 0 },
    activity: { phase: 'stopped', failure },
  };
}
