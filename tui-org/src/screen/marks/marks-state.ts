/** The marks after one was set or taken away. */
export function toggleMark(marks: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(marks);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** The marks after all of some rows were marked; where they all are already, they lose their marks. */
export function toggleAll(marks: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const next = new Set(marks);
  const isAll = ids.every((id) => marks.has(id));
  for (const id of ids) {
    if (isAll) next.delete(id);
    else next.add(id);
  }
  return next;
}
