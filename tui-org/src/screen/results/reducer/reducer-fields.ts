import { completePath, type Field } from '@cairn/tui-kit/screen';
import { readMemory, readSeconds } from '../../../reducer/reducer-limits.js';
import { problemIn } from '../../problem-of.js';
import type { ReducerScript } from './reducing.js';

const isScript = (name: string): boolean => /\.m?js$/iu.test(name);

/** The questions before a script is run. */
export function reducerFields({ path, seconds, memory }: ReducerScript): readonly Field[] {
  return [
    {
      name: 'path',
      label: 'Script',
      initial: path,
      help: 'A JavaScript module of one file. Tab completes.',
      complete: (typed) => completePath(typed, isScript),
      check: (typed) => (typed === '' ? 'type the path of a script' : undefined),
    },
    {
      name: 'seconds',
      label: 'Seconds',
      initial: `${seconds}`,
      help: 'How long it may run, at most; a day is 86400.',
      check: problemIn((value) => readSeconds(value, 'the time')),
    },
    {
      name: 'memory',
      label: 'Memory, MiB',
      initial: `${memory}`,
      help: 'How much memory it may take, at most.',
      check: problemIn((value) => readMemory(value, 'the memory')),
    },
  ];
}
