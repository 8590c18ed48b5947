import type { Field } from '@cairn/tui-kit/screen';
import { parseFilter } from '../../proofs/filter/parse-filter.js';
import { HERE, type Here } from '../../proofs/filter/proof-filter.js';
import { AGE_FORM, readAge } from '../../proofs/filter/read-age.js';
import type { InboxRow } from '../../proofs/inbox-row.js';

const ANY = 'any';

/** The questions of a filter, with what is typed already. */
export function filterFields(rows: readonly InboxRow[], typed: string): Field[] {
  const { filter } = parseFilter(typed);
  const programs = [...new Set(rows.map(({ programName }) => programName))].sort();
  const program = programs.find((name) => name.toLowerCase() === filter.program) ?? ANY;
  const age = (value: string): string | undefined =>
    value === '' || readAge(value.slice(1)) !== undefined ? undefined : `write > or < and ${AGE_FORM}`;
  return [
    {
      name: 'program',
      label: 'Program',
      initial: program,
      choices: [ANY, ...programs],
      help: 'Left and right choose.',
    },
    {
      name: 'donor',
      label: 'Donor',
      initial: filter.donor ?? '',
      help: 'How the key of the donor begins; none for proofs that nobody has signed.',
    },
    {
      name: 'here',
      label: 'Here',
      initial: filter.here ?? ANY,
      choices: [ANY, ...HERE],
      help: 'What this machine says; open is not verified.',
    },
    {
      name: 'age',
      label: 'Age',
      initial: /(?:^|\s)age:(\S+)/iu.exec(typed)?.[1] ?? '',
      help: 'Such as >2d for older than two days, <1h for the newest.',
      check: age,
    },
    { name: 'words', label: 'Words', initial: filter.words.join(' '), help: 'In names, hashes and ids.' },
  ];
}

/** The answers as one types them after `/`. */
export function filterText({
  program = ANY,
  donor = '',
  here = ANY,
  age = '',
  words = '',
}: Readonly<Record<string, string>>): string {
  return [
    ...(program === ANY ? [] : [`program:"${program.replaceAll('"', '')}"`]),
    ...(donor === '' ? [] : [`donor:${donor}`]),
    ...(HERE.includes(here as Here) ? [`here:${here}`] : []),
    ...(age === '' ? [] : [`age:${age}`]),
    words,
  ]
    .filter(Boolean)
    .join(' ');
}
