import { completePath, type Field } from '@cairn/tui-kit/screen';

const isCsv = (name: string): boolean => name.toLowerCase().endsWith('.csv');

/** A question for the path of a CSV file, which Tab completes. */
export function csvField(name: string, label: string): Field {
  return {
    name,
    label,
    initial: '',
    complete: (typed) => completePath(typed, isCsv),
    check: (typed) => (typed === '' ? 'type a path' : undefined),
  };
}
