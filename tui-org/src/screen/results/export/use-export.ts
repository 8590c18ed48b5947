import { resolve } from 'node:path';
import { typedPath, useOverlays } from '@cairn/tui-kit/screen';
import type { ExportFormat } from '../../../export/write-export.js';
import { areSameResults } from '../../../results/same-results.js';
import { problemOf } from '../../problem-of.js';
import type { ResultsProps } from '../results-props.js';
import type { ResultsWork } from '../results-work.js';
import { fileField, formatFields, proposedFile, replaceQuestion, WITHOUT_SCRIPT } from './export-fields.js';
import { fileAt } from './file-at.js';

/** What asks how and where results are to be written, and begins to; an export that is under way is shown instead. */
export function useExport({ program, work }: ResultsProps): () => Promise<void> {
  const overlays = useOverlays();
  return async () => {
    if (work.exporting.get()?.isAtWork === true) return work.choose({ look: 'export' });
    const before = work.exporting.get()?.order.format ?? 'csv';
    const answers = await overlays.ask('Export', formatFields(before, offeredScript(work)));
    if (answers === undefined) return;
    const format = (answers.format ?? before) as ExportFormat;
    const place = await askWhere(overlays, proposedFile(program.name, format));
    const set = work.feed.results.get().value?.set;
    if (place === undefined || set === undefined) return;
    const reducing =
      answers.script === undefined || answers.script === WITHOUT_SCRIPT ? undefined : made(work);
    const isOfThese = reducing !== undefined && areSameResults(reducing.set, set);
    const reduction = isOfThese ? reducing.reduction : undefined;
    work.export({ ...place, format, set, script: reducing?.script, reduction });
  };
}

/** The script that has made something, with what that is. */
function made({ reducing }: ResultsWork) {
  const last = reducing.get();
  const step = last?.step.get();
  if (last === undefined || step?.step !== 'made') return undefined;
  return { name: last.name, script: last.script, set: last.set, reduction: step.reduction };
}

function offeredScript(work: ResultsWork): Parameters<typeof formatFields>[1] {
  const last = made(work);
  const set = work.feed.results.get().value?.set;
  if (last === undefined) return undefined;
  return { name: last.name, isStale: set === undefined || !areSameResults(last.set, set) };
}

/** Asks for a file until there is one that can be written, or the question was left. */
async function askWhere(
  overlays: ReturnType<typeof useOverlays>,
  proposed: string,
): Promise<{ readonly path: string; readonly mayReplace: boolean } | undefined> {
  let typed = proposed;
  let problem: string | undefined;
  for (;;) {
    const answers = await overlays.ask('Export', [fileField(typed)], problem);
    if (answers?.file === undefined) return undefined;
    typed = answers.file;
    problem = undefined;
    const path = resolve(typedPath(typed));
    try {
      const there = await fileAt(path);
      if (there === undefined) return { path, mayReplace: false };
      if (await overlays.confirm(replaceQuestion(path, there))) return { path, mayReplace: true };
    } catch (error) {
      problem = problemOf(error);
    }
  }
}
