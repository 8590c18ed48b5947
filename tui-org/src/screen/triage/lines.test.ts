import { sanitizeForTerminal } from '@cairn/shared-schema';
import { cellWidth, textOf } from '@cairn/tui-kit/screen';
import type { HeldDecision } from '../../decisions/decision-queue.js';
import { evidenceOf } from '../../proofs/evidence/evidence-of.js';
import { parseFilter } from '../../proofs/filter/parse-filter.js';
import { inboxRow } from '../../proofs/inbox-row.js';
import { invalidVerdict, keptProgram, knownProof, serverSays } from '../../test/proof-facts.js';
import { evidenceLines } from './evidence-lines.js';
import { filterFields, filterText } from './filter-form.js';
import { ageText, standing } from './triage-columns.js';
import { layoutTriage } from './triage-layout.js';
import { workLine } from './work-line.js';

const held = (proofIds: string[], more: Partial<HeldDecision> = {}): HeldDecision => ({
  decision: {
    id: 'x',
    proofIds,
    verdict: { kind: 'confirm', keepProof: false },
    madeAt: '2030-01-01T00:00:00.000Z',
    pid: 1,
  },
  dueAt: 5000,
  sending: false,
  ...more,
});

const nothing = { verification: undefined, held: [], automatic: false, news: undefined };
const running = { total: 100, valid: 20, invalid: 1, open: 4, beganAt: 0 };

test.each([
  [{}, ''],
  [{ automatic: true, news: 'no\u001b[2J' }, '⟳ automatic  │  ! no'],
  [{ held: [held(['a', 'b'])] }, '→ 2 proofs decided, sent in 4 s: u takes it back'],
  [{ held: [held(['a'], { sending: true })] }, '→ 1 proof decided, being sent'],
  [{ held: [held(['a'], { trouble: 'away' })] }, '! 1 proof decided, waiting for the server: away'],
  [{ verification: running }, 'verifying 25 of 100 25%, 1 s, 3 s left: 20 valid, 1 INVALID, 4 not judged'],
  [{ verification: { ...running, endedAt: 2000 } }, '! 20 valid, 1 INVALID, 4 not judged in 2 s'],
  [
    { verification: { ...running, endedAt: 2000, stopped: true } },
    '■ stopped after 25 of 100: 20 valid, 1 INVALID, 4 not judged',
  ],
  [{ verification: { ...running, problem: 'no prover' } }, '✗ no prover'],
])('tells what is under way: %j', (more, text) => {
  expect(textOf(workLine({ ...nothing, ...more }, 1000))).toBe(text);
});

test.each([
  [{}, undefined, '✓ valid'],
  [{ verdict: undefined }, undefined, '· not verified'],
  [{ verdict: invalidVerdict }, undefined, '✗ WRONG_INPUT'],
  [{ program: { ...keptProgram, inputBinding: 'NONE' as const } }, undefined, '✓ UNBOUND'],
  [{}, held(['proof-1']), '→ confirm'],
])('%j is shown with a mark, not by colour alone', (known, decision, text) => {
  expect(standing(inboxRow(knownProof(known)), decision)[0]).toBe(text);
});

test('ages are told in one unit', () => {
  const minute = 60_000;
  expect([0, 5, 90, 47 * 60, 48 * 60].map((minutes) => ageText(0, minutes * minute))).toEqual([
    'now',
    '5 min',
    '1 h',
    '47 h',
    '2 d',
  ]);
});

test('evidence fits its room, whatever names and outputs are', () => {
  const { inputGroup } = serverSays;
  const name = `evil\u001b[2J\u202e${'x'.repeat(200)}`;
  const proof = { ...serverSays, inputGroup: { ...inputGroup, name } };
  const rejections = [{ proofSha256: 'a', reason: 'bad\u0007 day', rejectedAt: '2030-01-01T00:00:00.000Z' }];
  const lines = evidenceLines(evidenceOf(knownProof({ proof }), { proveSeconds: 1, rejections }), 40);
  const text = lines.map(textOf);
  expect(text).toEqual(text.map((one) => sanitizeForTerminal(one)));
  expect(text).toContain('2030-01-01     bad day');
  expect(text.join('\n')).toMatch(/total +5 i64/u);
  expect(Math.max(...text.map(cellWidth))).toBeLessThanOrEqual(40);
});

test('the evidence stands beside the list, below it, or is opened', () => {
  expect(layoutTriage(200, 57)).toMatchObject({ isBeside: true, list: { width: 110, height: 56 } });
  expect(layoutTriage(80, 21)).toMatchObject({ isBeside: false, evidence: { width: 80, height: 10 } });
  expect(layoutTriage(60, 13).evidence).toBeUndefined();
});

test('the form writes what one could type', () => {
  const rows = [inboxRow(knownProof())];
  const fields = filterFields(rows, 'program:"adding up" donor:9f here:valid age:>2d word');
  expect(fields.map(({ initial }) => initial)).toEqual(['adding up', '9f', 'valid', '>2d', 'word']);
  expect(fields[3]?.check?.('2d')).toContain('write > or <');
  const text = filterText({ program: 'adding up', donor: '9f', here: 'valid', age: '>2d', words: 'word' });
  expect(text).toBe('program:"adding up" donor:9f here:valid age:>2d word');
  expect(parseFilter(text).problem).toBeUndefined();
  expect(filterText({ program: 'any', here: 'any' })).toBe('');
});
