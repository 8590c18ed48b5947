import { cleanText } from '@cairn/tui-kit/screen';
import type { BrowsedOrganization, BrowsedProgram } from './browse-feed.js';

/** Where one is in Browse: at the organizations, at the programs of one, at a program. */
export interface Place {
  readonly organization?: BrowsedOrganization;
  readonly program?: BrowsedProgram;
}

/** One level out. @returns undefined where there is none */
export function placeBack({ organization, program }: Place): Place | undefined {
  if (program !== undefined && organization !== undefined) return { organization };
  return organization === undefined ? undefined : {};
}

/** The way there, from the outside in. */
export function crumbsOf({ organization, program }: Place): string[] {
  return [organization, program].flatMap((level) => (level === undefined ? [] : [cleanText(level.name)]));
}
