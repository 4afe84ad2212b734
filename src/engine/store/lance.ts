import { cpus } from 'node:os';
import type * as LanceDB from '@lancedb/lancedb';

// Building a full-text index deadlocks on two cores unless this is set before the library is loaded (lancedb 3568).
process.env.LANCE_CPU_THREADS ??= String(Math.max(2, cpus().length));

/** The library, loaded after its environment is set. */
export const lancedb: typeof LanceDB = await import('@lancedb/lancedb');
