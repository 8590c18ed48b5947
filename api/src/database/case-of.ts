/** SQL for one of so many values by what a column has; it takes a value of the column and what it becomes for each. */
export function caseOf(column: string, values: number): string {
  return `case ${column} ${'when ? then ? '.repeat(values)}end`;
}
