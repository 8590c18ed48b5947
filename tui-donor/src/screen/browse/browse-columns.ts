import { formatBytes, formatCount, formatDuration } from '@cairn/tui-kit';
import { cleanText, type ListColumn } from '@cairn/tui-kit/screen';
import { rejectRate, rejectsText } from '../../selection/rejects-text.js';
import type { BrowsedOrganization, BrowsedProgram } from './browse-feed.js';
import type { Expectation } from './expectation.js';

/** An organization, and how it is wanted. */
export interface OrganizationRow {
  readonly organization: BrowsedOrganization;
  /** `★2`, `✗` or nothing. */
  readonly mark: string;
}

/** What is blocked, and what is preferred, in colours of their own beside their signs. */
const MARK = {
  title: '★',
  text: ({ mark }: { readonly mark: string }) => mark,
  tone: ({ mark }: { readonly mark: string }) => (mark === '✗' ? 'bad' : 'warn'),
  sortBy: ({ mark }: { readonly mark: string }) => sortOf(mark),
  width: 3,
} as const;

/** The preferred first, in their order, the blocked last. */
function sortOf(mark: string): number {
  if (mark === '') return 1000;
  return mark === '✗' ? 2000 : Number(mark.slice(1));
}

export const ORGANIZATION_COLUMNS: readonly ListColumn<OrganizationRow>[] = [
  MARK,
  { title: 'organization', text: ({ organization }) => cleanText(organization.name), width: 20, grow: 1 },
  {
    title: 'programs',
    text: ({ organization }) => formatCount(organization.programCount),
    sortBy: ({ organization }) => organization.programCount,
    descending: true,
    width: 8,
    align: 'right',
  },
  {
    title: 'rejects',
    text: ({ organization }) => rejectsText(organization.decisions),
    sortBy: ({ organization }) => rejectRate(organization.decisions),
    width: 16,
    align: 'right',
  },
  {
    title: 'description',
    text: ({ organization }) => cleanText(organization.description),
    width: 16,
    grow: 2,
    spare: 1,
  },
];

/** A program, and what its work takes here. */
export interface ProgramRow {
  readonly program: BrowsedProgram;
  readonly expected: Expectation;
  /** `★2`, `✗` or nothing. */
  readonly mark: string;
}

/** Pieces of work that can be had now. */
export function workLeft({ groupCounts }: BrowsedProgram): number {
  return groupCounts.available + groupCounts.executed;
}

/** Whether it fits, in a word. */
export function fitText({ memory, unfit }: Expectation): string {
  if (memory === undefined) return '? not known';
  return unfit === undefined ? '✓ fits' : '✗ too large';
}

export const PROGRAM_COLUMNS: readonly ListColumn<ProgramRow>[] = [
  MARK,
  { title: 'program', text: ({ program }) => cleanText(program.name), width: 16, grow: 1 },
  {
    title: 'work left',
    text: ({ program }) => formatCount(workLeft(program)),
    sortBy: ({ program }) => workLeft(program),
    descending: true,
    width: 9,
    align: 'right',
  },
  {
    title: 'fits here',
    text: ({ expected }) => fitText(expected),
    tone: ({ expected }) =>
      expected.memory === undefined ? 'muted' : expected.unfit === undefined ? 'good' : 'bad',
    width: 11,
  },
  {
    title: 'memory',
    text: ({ expected }) => (expected.memory === undefined ? '' : formatBytes(expected.memory)),
    sortBy: ({ expected }) => expected.memory ?? 0,
    width: 8,
    align: 'right',
    spare: 1,
  },
  {
    title: 'time',
    text: ({ expected }) => (expected.seconds === undefined ? '' : formatDuration(expected.seconds)),
    sortBy: ({ expected }) => expected.seconds ?? 0,
    width: 12,
    align: 'right',
    spare: 2,
  },
  {
    title: 'rejects',
    text: ({ program }) => rejectsText(program.decisions),
    sortBy: ({ program }) => rejectRate(program.decisions),
    width: 16,
    align: 'right',
    spare: 3,
  },
  {
    title: 'description',
    text: ({ program }) => cleanText(program.description),
    width: 16,
    grow: 2,
    spare: 4,
  },
];
