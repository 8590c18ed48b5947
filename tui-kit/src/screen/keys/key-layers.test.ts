import { bind, type Command } from './command.js';
import { KeyLayers } from './key-layers.js';

const OPEN: Command = { keys: ['enter', 'l'], title: 'Open', group: 'x', short: 'open' };
const QUIT: Command = { keys: ['q'], title: 'Quit', group: 'x' };
const LIST: Command = { keys: ['l'], title: 'List', group: 'x' };

function layered() {
  const layers = new KeyLayers();
  const done: string[] = [];
  const say = (command: Command, what: string) => bind(command, () => done.push(what));
  const screen = Symbol('screen');
  layers.put(screen, 0, { bindings: [say(QUIT, 'quit'), say(LIST, 'list')] });
  return { layers, done, say, screen };
}

test('the nearest layer with a use for a key gets it', () => {
  const { layers, done, say } = layered();
  layers.put(Symbol('pane'), 20, { bindings: [say(OPEN, 'open')] });
  for (const name of ['l', 'q', 'z']) layers.press({ name });
  expect(done).toEqual(['open', 'quit']);
});

test('nothing below a modal layer hears a key, what lies above it does', () => {
  const { layers, done, say } = layered();
  const dialog = Symbol('dialog');
  layers.put(dialog, 50, { modal: true, bindings: [say(OPEN, 'yes')] });
  layers.put(Symbol('interrupt'), 60, { bindings: [say({ ...QUIT, keys: ['ctrl-c'] }, 'interrupt')] });
  expect(['q', 'enter', 'ctrl-c'].map((name) => layers.press({ name }))).toEqual([false, true, true]);
  layers.remove(dialog);
  layers.press({ name: 'q' });
  expect(done).toEqual(['yes', 'interrupt', 'quit']);
});

test('who types gets the keys before those who command', () => {
  const { layers, done } = layered();
  layers.put(Symbol('typing'), 30, {
    bindings: [],
    capture: ({ name }) => name !== 'q' && done.push(name) > 0,
  });
  layers.press({ name: 'l' });
  layers.press({ name: 'q' });
  expect(done).toEqual(['l', 'quit']);
});

test('tells of commands only when other ones can be given, and leaves out those that cannot', () => {
  const { layers, say, screen } = layered();
  let told = 0;
  layers.subscribe(() => {
    told += 1;
  });
  const before = layers.commands();
  layers.put(screen, 0, { bindings: [say(QUIT, 'again'), say(LIST, 'again')] });
  expect(layers.commands()).toBe(before);
  expect(told).toBe(0);
  layers.put(Symbol('pane'), 20, { bindings: [say(OPEN, 'open')] });
  expect(layers.commands()).toEqual([OPEN, QUIT]);
  expect(told).toBe(1);
});

test('a command that was chosen does what it does now', () => {
  const { layers, done, say, screen } = layered();
  layers.put(screen, 0, { bindings: [say(QUIT, 'newer')] });
  layers.put(Symbol('dialog'), 50, { modal: true, bindings: [] });
  layers.run(QUIT);
  expect(done).toEqual(['newer']);
});
