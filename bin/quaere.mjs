#!/usr/bin/env node
// @ts-check
import { existsSync } from 'node:fs';

// A checkout has sources, whose build may be missing or older than they are; an installed package has the build alone.
if (existsSync(new URL('../src', import.meta.url))) {
  const { setUp } = await import('../scripts/setup.mjs');
  try {
    await setUp({ build: true });
  } catch (error) {
    if (!(error instanceof Error && error.name === 'StepFailure')) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
await import(new URL('../out/main/quaere.js', import.meta.url).href);
