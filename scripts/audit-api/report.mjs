import { goalLine } from '../lib/goals.mjs';
import { LEFT_OUT } from './schemathesis.mjs';

/**
 * The report as a page.
 * @param {Omit<Awaited<ReturnType<typeof import('./results.mjs').writeResults>>, 'failures' | 'errors'>} report
 */
export function markdown({ command, date, machine, schemathesis, operations, phases, cases, goals }) {
  const { cpu, cores, memory, system } = machine;
  const ran = Object.entries(phases).map(([name, status]) => `| ${name} | ${status} |`);
  return [
    '# The API before its auditors',
    '',
    `Written by \`${command}\`, last on ${date}: ${cpu}, ${cores} cores, ${memory}, ${system}.`,
    '',
    `schemathesis ${schemathesis.version} read the OpenAPI document of a real server, with programs, input groups and proofs in it, and`,
    `sent ${cases.generated.toLocaleString('en')} requests to its ${operations.total} operations in ${schemathesis.seconds} s: such as the document allows, such as it does not, and`,
    'sequences in which an answer gives the next request its ids. Every answer was held against the document: status,',
    'content type, headers, body; and bad requests, missing tokens and other methods had to be refused. One check is left',
    `out, \`${LEFT_OUT}\`: no schema says which bytes are a program, an input group or a proof.`,
    '',
    '| phase | |',
    '| --- | --- |',
    ...ran,
    '',
    ...goals.map((goal) => `- ${goalLine(goal)}`),
    '',
  ].join('\n');
}
