import type { OutputColumn } from '@cairn/shared-schema';
import { UsageError } from '@cairn/tui-kit';

/** The outputs that have an order: all but lists. */
export function orderableOutputs(columns: readonly OutputColumn[]): OutputColumn[] {
  return columns.filter(({ type }) => type.kind !== 'array');
}

/**
 * Where an output that has an order stands among the columns: any but a list.
 * @param flag what named it, for the message
 * @throws UsageError when there is no such output, or it has no order
 */
export function orderableOutput(columns: readonly OutputColumn[], name: string, flag: string): number {
  const index = columns.findIndex((column) => column.name === name);
  const kind = columns[index]?.type.kind;
  if (kind !== undefined && kind !== 'array') return index;
  const names = orderableOutputs(columns).map((column) => column.name);
  throw new UsageError(`${flag} is ${JSON.stringify(name)}`, {
    expected:
      names.length > 0
        ? `one of the outputs ${names.join(', ')}`
        : 'an output that can be ordered; there is none',
  });
}
