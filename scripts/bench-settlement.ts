/**
 * Part of `npm run bench`: settles 100,000 verified redemptions of 200 vendors through the same commands as the portal, and prints
 * the seconds and how far the process grew meanwhile, as JSON.
 */
import postgres from 'postgres';
import { proposeBatch, releaseBatch } from '@/features/settlements/commands';
import { getBatchFiles } from '@/features/settlements/file-queries';
import { actorOf, as } from '@/demo/act';
import { copyRedemptions } from '../db/testing/many-redemptions';
import { measure, officialsOf } from './lib/bench-people';

const count = Number(process.env.BENCH_REDEMPTIONS ?? 100_000);
const payees = Number(process.env.BENCH_PAYEES ?? 200);
const url = process.env.BENCH_SUPERUSER_URL;
if (!url) throw new Error('BENCH_SUPERUSER_URL is not set.');
const superuser = postgres(url, { max: 1, onnotice: () => undefined });
const { person } = await officialsOf(superuser, 'qingyang');

await copyRedemptions(superuser, { citySlug: 'qingyang', count, payees });
await superuser.end();
let batchId = '';
const propose = await measure(async () => {
  batchId = (await as(person('finance1'), proposeBatch, {})).id;
});
let fileSha256 = '';
const files = await measure(async () => {
  fileSha256 = (await getBatchFiles(actorOf(person('finance2')), batchId))?.hash ?? '';
});
const release = await measure(() => as(person('finance2'), releaseBatch, { batchId, fileSha256 }));
process.stdout.write(`${JSON.stringify({ count, payees, propose, files, release })}\n`);
process.exit(0);
