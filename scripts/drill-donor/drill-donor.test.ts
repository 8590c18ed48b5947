import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { waitUntil } from '@cairn/tui-kit/test';
import { Chance } from '../drill-api/chance.mjs';
import { readArguments } from './arguments.mjs';
import { Book } from './book.mjs';
import { checkEnd, type End } from './check-end.mjs';
import type { Outcome } from './drill.mjs';
import { followExchanges } from './follow-exchanges.mjs';
import { judge } from './judge.mjs';
import { operationIn } from './operation-in.mjs';
import { planKill } from './plan-kill.mjs';
import { descendantsOf, isStillThere, type Process, processesWith, processOf } from './processes.mjs';
import { type Exchange, Relay } from './relay.mjs';
import { markdown } from './report.mjs';

const piece = { groupId: 'g', hasExecution: true, hasProof: false, outcome: undefined };

describe('the book', () => {
  it('finds nothing wrong with work that is finished once and gone on with', () => {
    const book = new Book();
    book.made('execution', 'g');
    book.sending('execution', 'g');
    book.ended([piece]);
    book.sending('execution', 'g');
    book.taken('execution', 'g');
    book.made('proof', 'g');
    book.sending('proof', 'g');
    book.taken('proof', 'g');
    book.ended([{ ...piece, hasProof: true, outcome: 'proven' }]);
    expect(book.violations).toEqual([]);
    expect(book.counts).toEqual({ executed: 1, proved: 1, resumed: 0 });
  });

  it.each<[string, (book: Book) => void, string]>([
    [
      'an execution that was finished and made again',
      (book) => {
        book.ended([piece]);
        book.made('execution', 'g');
      },
      'life 2: the execution of g was finished, and was computed again',
    ],
    [
      'a proof that is sent again',
      (book) => {
        book.taken('proof', 'g');
        book.sending('proof', 'g');
      },
      'life 1: the server had taken the proof of g, and it was sent again',
    ],
    [
      'a proof that was lost',
      (book) => {
        book.made('proof', 'g');
        book.ended([piece]);
      },
      "life 1: the proof g was told of, and is not in the donor's database",
    ],
    [
      'a process',
      (book) => book.left([{ pid: 7, began: '1', line: 'cairn-prover serve' }]),
      'life 1: process 7 was left behind: cairn-prover serve',
    ],
  ])('notices %s', (_what, spoil, text) => {
    const book = new Book();
    spoil(book);
    expect(book.violations).toEqual([text]);
  });

  it('does not miss the execution of a group whose second piece has none yet', () => {
    const book = new Book();
    book.made('execution', 'g');
    book.ended([
      { ...piece, outcome: 'executed' },
      { ...piece, hasExecution: false },
    ]);
    expect(book.violations).toEqual([]);
  });
});

describe('what goes over the wire', () => {
  const exchange = (operation: string, input: object, data?: object): Exchange => {
    return {
      operation,
      variables: { input },
      path: '/graphql',
      ...(data === undefined ? {} : { answer: { data } }),
    };
  };

  it('is put down by the group, also for files that are sent ahead', () => {
    const book = new Book();
    const { asked, answered } = followExchanges(book);
    answered(exchange('Reserve', {}, { reserveInputGroup: { token: 't', inputGroup: { id: 'g' } } }));
    answered(exchange('BeginUpload', { token: 't' }, { beginUpload: { url: '/uploads/u?x' } }));
    const patch = { operation: 'PATCH', variables: {}, path: '/uploads/u' };
    asked(patch);
    asked(exchange('SubmitExecution', { token: 't' }));
    expect(book.violations).toEqual([]);
    answered(exchange('SubmitExecution', { token: 't' }, { submitExecution: { id: 'g' } }));
    asked(patch);
    asked(exchange('BeginUpload', { token: 't' }));
    asked(exchange('SubmitExecution', { token: 't' }));
    expect(book.violations).toHaveLength(3);
  });

  it('does not count what the server refused', () => {
    const book = new Book();
    const { asked, answered } = followExchanges(book);
    const refused = { ...exchange('SubmitProof', { inputGroupId: 'g' }), answer: { errors: [{}] } };
    answered(refused);
    asked(exchange('SubmitProof', { inputGroupId: 'g' }));
    expect(book.violations).toEqual([]);
  });

  it('has its operation in front', () => {
    const body = JSON.stringify({ query: 'mutation SubmitProof($input: X!) { x }', variables: { input: 1 } });
    const multipart = `--b\r\nContent-Disposition: form-data; name="operations"\r\n\r\n${body}\r\n--b\r\n`;
    for (const head of [body, multipart])
      expect(operationIn(head)).toEqual({ name: 'SubmitProof', variables: { input: 1 } });
    expect(operationIn(multipart.slice(0, -20))).toBeUndefined();
    expect(operationIn('not json')).toBeUndefined();
  });

  it('goes through the relay as it is, and is seen before the end and before the answer', async () => {
    const target = createServer(async (request, response) => {
      const size = (await buffer(request)).length;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ data: { size } }));
    });
    target.listen(0, '127.0.0.1');
    await once(target, 'listening');
    const relay = new Relay(`http://127.0.0.1:${(target.address() as AddressInfo).port}`);
    const seen: unknown[] = [];
    relay.onAsked = ({ operation }) => seen.push(operation);
    relay.onAnsweredToo = ({ answer }) => seen.push(answer.data);
    const url = await relay.listen();
    const body = JSON.stringify({ query: 'query Large { x }', variables: { text: 'x'.repeat(300_000) } });
    const answer = await fetch(`${url}/graphql`, { method: 'POST', body });
    expect(await answer.json()).toEqual({ data: { size: body.length } });
    // A body that is longer than what is looked at has no operation to be found.
    expect(seen).toEqual(['POST', { size: body.length }]);
    relay.close();
    target.close();
  });
});

describe('the end', () => {
  const good = (): End => ({
    groups: [
      { id: 'g', state: 'CONFIRMED' },
      { id: 'h', state: 'CONFIRMED' },
    ],
    reservations: [
      { id: 'r1', groupId: 'g', kind: 'EXECUTE_AND_PROVE', state: 'COMPLETED' },
      { id: 'r2', groupId: 'h', kind: 'PROVE', state: 'COMPLETED' },
      { id: 'r3', groupId: 'h', kind: 'EXECUTE', state: 'COMPLETED' },
    ],
    proofs: [
      { groupId: 'g', state: 'CONFIRMED' },
      { groupId: 'h', state: 'CONFIRMED' },
    ],
    pieces: [{ ...piece, outcome: 'proven' }],
    workFolders: [],
  });

  it('is right when each group was reserved and proven once', () => expect(checkEnd(good())).toEqual([]));

  it.each<[string, Partial<End>, string]>([
    ['a group that is not confirmed', { groups: [{ id: 'g', state: 'PROVEN' }] }, 'group g ends PROVEN'],
    [
      'a reservation that rotted',
      { reservations: [{ id: 'r1', groupId: 'g', kind: 'EXECUTE_AND_PROVE', state: 'EXPIRED' }] },
      'reservation r1 ends EXPIRED',
    ],
    [
      'a group that was reserved twice',
      {
        reservations: [
          ...good().reservations,
          { id: 'r4', groupId: 'g', kind: 'EXECUTE', state: 'COMPLETED' },
        ],
      },
      'group g was reserved for: EXECUTE EXECUTE_AND_PROVE',
    ],
    [
      'a second proof',
      { proofs: [...good().proofs, { groupId: 'g', state: 'REJECTED' }] },
      'group g has 2 proofs',
    ],
    ['a piece that was lost', { pieces: [{ ...piece, outcome: 'lost' }] }, "the donor's piece g ends lost"],
    ['files that are left', { workFolders: ['key'] }, "the folder key is left in the donor's folder"],
  ])('notices %s', (_what, changes, text) => expect(checkEnd({ ...good(), ...changes })).toContain(text));
});

it('finds processes by their parent and by their environment, and knows them again', async () => {
  const child = spawn('/bin/sh', ['-c', 'sleep 600 & echo $!; wait'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DRILL_TEST: 'mark' },
  });
  const [text] = await once(child.stdout, 'data');
  const [pid, sleeper] = [child.pid ?? 0, Number(String(text))];
  const ended = once(child, 'exit');
  try {
    // A shell has started it, and then become it.
    await waitUntil(() => processOf(sleeper)?.line === 'sleep 600');
    const [sleeping] = descendantsOf(pid);
    expect(sleeping).toEqual(processOf(sleeper));
    expect(processesWith('DRILL_TEST=mark').map((one) => one.pid)).toEqual(
      expect.arrayContaining([pid, sleeper]),
    );
    expect(isStillThere(sleeping as Process)).toBe(true);
    expect(isStillThere({ ...(sleeping as Process), began: '0' })).toBe(false);
  } finally {
    process.kill(sleeper, 'SIGKILL');
  }
  await ended;
  expect(processOf(pid)).toBeUndefined();
});

it('makes the same plans of the same seed, of every kind', () => {
  const plans = (seed: number) => {
    const chance = new Chance(seed);
    return Array.from({ length: 100 }, () => planKill(chance, 1000));
  };
  expect(plans(7)).toEqual(plans(7));
  expect(plans(7)).not.toEqual(plans(8));
  expect(new Set(plans(7).map(({ by }) => by))).toEqual(new Set(['time', 'event', 'asked', 'answered']));
});

describe('arguments', () => {
  it('are two hundred kills unless told otherwise', () => {
    expect(readArguments(['--seed', '5'])).toEqual({ kills: 200, seed: 5, isQuick: false });
    expect(readArguments(['--quick'])).toMatchObject({ kills: 8, isQuick: true });
    expect(readArguments(['--quick', '--kills', '3'])).toMatchObject({ kills: 3, isQuick: true });
  });

  it.each([[['--kills', '0']], [['--kills', 'x']], [['--fast']]])('refuses %j', (args) =>
    expect(() => readArguments(args)).toThrow('Usage: npm run drill:donor'),
  );
});

describe('goals', () => {
  const good: Outcome = {
    ...{ kills: 200, plans: { time: 100, event: 100 }, moments: { 'phase prove': 200 }, groups: 70 },
    counts: { executed: 70, proved: 70, resumed: 150 },
    ...{ endedByThemselves: 0, pieceMs: 8000, violations: [], seconds: 2000 },
  };
  const short = (changes: Partial<Outcome>) =>
    judge({ ...good, ...changes }).flatMap(({ name, ok }) => (ok ? [] : [name]));

  it.each<[string, Partial<Outcome>, string[]]>([
    ['everything is right', {}, []],
    ['there are too few kills', { kills: 199 }, ['kills']],
    ['something was found', { violations: ['lost'] }, ['violations']],
    ['a proof was made twice', { counts: { ...good.counts, proved: 71 } }, ['all-confirmed']],
    ['there was nothing to go on with', { counts: { ...good.counts, resumed: 3 } }, ['in-the-middle']],
  ])('when %s', (_what, changes, names) => expect(short(changes)).toEqual(names));

  it('stand in the report', () => {
    const machine = { cpu: 'c', cores: 2, memory: 'm', system: 's' };
    const facts = {
      command: 'npm run drill:donor',
      date: '2026-11-26',
      machine,
      versions: { node: '24' },
      seed: 5,
    };
    const outcome = { ...good, violations: ['life 3: lost'] };
    const page = markdown({ ...facts, outcome, goals: judge(outcome) });
    expect(page).toContain('# The donor killed 200 times');
    expect(page).toContain('- life 3: lost');
    expect(page.match(/^- goal /gmu)).toHaveLength(4);
  });
});
