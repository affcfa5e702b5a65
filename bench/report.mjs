import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { root } from '../scripts/setup.mjs';
import { versionOf } from './build.mjs';
import { checkGrowth, growthTable } from './growth-report.mjs';
import { checkMemory, memoryTable } from './memory-report.mjs';

const RECORDED = resolve(root, 'bench/results.json');
const PEERS = ['@duckdb/duckdb-wasm', 'arquero', 'crossfilter2', 'd3-dsv', 'ml-kmeans', 'udsv'];

/** A ratio may fall this far below the recorded one before `--check` fails: machines differ, orders of magnitude don't. */
const SLACK = 0.6;

const ms = (s) => `${s.median.toFixed(1)} ms (${s.min.toFixed(1)}–${s.max.toFixed(1)})`;
const times = (s) => `${s.median.toPrecision(3)} × (${s.min.toPrecision(3)}–${s.max.toPrecision(3)})`;

const machine = `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB`;

/**
 * Prints the tables and, when asked, records them: a whole run instead of all before it, a run of some parts instead of
 * those parts, with how they were run.
 */
export function report(run, { record, parts }) {
  console.log(tables(run).join('\n'));
  if (!record) return;
  const whole = parts.length === 0 ? run : withParts(run, parts);
  const page = resolve(root, 'docs/performance.md');
  const [before = '', , after = ''] = readFileSync(page, 'utf8').split(/<!-- measured -->|<!-- end -->/);
  writeFileSync(page, `${before}<!-- measured -->\n\n${tables(whole).join('\n')}\n\n<!-- end -->${after}`);
  writeFileSync(RECORDED, `${JSON.stringify({ ...whole, machine, node: process.versions.node }, null, 2)}\n`);
}

/** What is recorded, with these results in place of the same works at the same sizes. */
function withParts({ full, results, bundle }, parts) {
  const recorded = JSON.parse(readFileSync(RECORDED, 'utf8'));
  const ran = `npm run bench -- ${parts.join(' ')}${full ? ' --full' : ''}`;
  const own = results.map((result) => ({ ...result, ran }));
  const isAgain = (old) => results.some(({ work, size }) => old.work === work && old.size === size);
  return {
    ...recorded,
    results: [...recorded.results.filter((old) => !isAgain(old)), ...own],
    bundle: bundle ?? recorded.bundle,
  };
}

function tables({ chromium, full, results, bundle }) {
  const lines = [
    `Measured with \`npm run bench${full ? ' -- --full' : ''}\`: Chromium ${chromium}, ${machine}, Node ${process.versions.node};`,
    `${PEERS.map((name) => `${name} ${versionOf(name)}`).join(', ')}. Rounds alternate between ours and the peers`,
    'in one run; medians with the range; the ratio is the median of the rounds’ own ratios, theirs to ours, and is what',
    'can be compared between machines. Results are checked equal before a time counts.',
  ];
  for (const result of results) {
    const apart = result.ran === undefined ? '' : ` Run apart: \`${result.ran}\`.`;
    lines.push('', `### ${result.work}`, '', `${result.size}.${apart}`, '');
    if (result.growth) lines.push(...growthTable(result.growth));
    else if (result.memory) lines.push(...memoryTable(result.memory));
    else lines.push(...besidePeers(result));
    if (result.share) lines.push('', shareOf(result.share));
    if (result.timesAsLong) lines.push('', `Ours takes ${times(result.timesAsLong)} as long.`);
    if (result.notes) lines.push('', `${result.notes.join('; ')}.`);
  }
  if (bundle) {
    lines.push('', '### Bundles', '', '| file | bytes | gzip |', '|---|---|---|');
    for (const f of bundle) {
      lines.push(`| ${f.file.replace(/-[\w-]{8}(?=\.)/, '')} | ${f.bytes} | ${f.gzip} |`);
    }
  }
  return lines;
}

function besidePeers({ ours, peers }) {
  return [
    '| | time | times ours |',
    '|---|---|---|',
    `| **Segment Lens**: ${ours.what} | ${ms(ours.ms)} | |`,
    ...peers.map((peer) => `| ${peer.name} | ${ms(peer.ms)} | ${times(peer.ratio)} |`),
  ];
}

/** One figure against its aim, as the median of the rounds' differences with their range. */
function shareOf({ what, percent: { median, min, max }, aim }) {
  const figure = `${median.toFixed(2)} % (${min.toFixed(2)}–${max.toFixed(2)})`;
  return `**${what}: ${figure}**, median and range of the rounds’ differences; the aim is under ${aim} %.`;
}

/** Whether no ratio has fallen far below the recorded one; says what was looked at. */
export function checkAgainst({ results }) {
  const recorded = JSON.parse(readFileSync(RECORDED, 'utf8')).results;
  let fine = true;
  for (const result of results) {
    if (result.share) {
      const ok = result.share.percent.median < result.share.aim;
      fine &&= ok;
      console.log(`${ok ? 'ok  ' : 'OVER'} ${result.work}: ${shareOf(result.share)}`);
    }
    const before = recorded.find((r) => r.work === result.work && r.size === result.size);
    if (result.memory) fine = checkMemory(result.memory, before?.memory) && fine;
    if (result.growth) fine = checkGrowth(result.growth, before?.growth) && fine;
    for (const peer of result.peers ?? []) {
      const then = before?.peers.find((p) => p.name === peer.name)?.ratio.median;
      const now = peer.ratio.median;
      const ok = then === undefined || now >= then * SLACK;
      fine &&= ok;
      console.log(
        `${ok ? 'ok  ' : 'SLOW'} ${result.work}, ${result.size}, ${peer.name}: ${now.toPrecision(3)} × (recorded ${then?.toPrecision(3) ?? 'never'})`,
      );
    }
  }
  return fine;
}
