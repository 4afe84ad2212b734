import type { EngineClient, Params } from '../contract/calls';
import type { LedgerRow } from '../contract/ledger';

const PAGE = 10_000;

/** All rows of the ledger, asked for page by page. */
export async function listAllFiles(
  engine: EngineClient,
  matter: string,
  states?: NonNullable<Params<'listFiles'>['states']>,
): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for (;;) {
    const page = await engine.call('listFiles', {
      matter,
      offset: rows.length,
      limit: PAGE,
      ...(states === undefined ? {} : { states }),
    });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}
