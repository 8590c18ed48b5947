import { goalLine } from '../lib/goals.mjs';
import { machineLine } from '../lib/machine.mjs';
import { LEFT_OUT } from './schemathesis.mjs';

/**
 * The report as a page.
 * @param {Awaited<ReturnType<typeof import('./results.mjs').writeResults>>} report
 */
export function markdown({ command, date, machine, schemathesis, graphqlHttp, graphql, rest, goals }) {
  const amount = (/** @type {typeof rest} */ { cases, operations }) =>
    `${cases.generated.toLocaleString('en')} requests to its ${operations.total} operations`;
  const ran = Object.entries(rest.phases).map(([name, status]) => `| ${name} | ${status} |`);
  return [
    '# The API before its auditors',
    '',
    `Written by \`${command}\`, last on ${date}: ${machineLine(machine)}. The server is a real one, with`,
    `programs, input groups and proofs in it. schemathesis ${schemathesis.version}, at most ${schemathesis.seconds} s for each of the two faces.`,
    '',
    '## GraphQL',
    '',
    `graphql-http held the server against the specification of GraphQL over HTTP in ${graphqlHttp.audits} audits. Its notices are about`,
    'what a server may do and this one does not:',
    '',
    ...graphqlHttp.notices.map(({ name, reason }) => `- ${name}: ${reason}.`),
    '',
    'Queries by GET are refused without a header that no page of another site can send.',
    '',
    `schemathesis read the schema and sent ${amount(graphql)}, such as the schema allows, with the session of an organization. No`,
    'answer may be a server error, none may hide a defect behind a status of 200, and each error must carry a code. A file cannot',
    'stand in such a request, so what takes files was tried without.',
    '',
    'The twelve checks of graphql-cop are tests: `api/src/graphql/graphql-cop.test.ts`.',
    '',
    '## REST',
    '',
    `schemathesis read the OpenAPI document and sent ${amount(rest)}: such as the document allows, such as it does not, and`,
    'sequences in which an answer gives the next request its ids. Every answer was held against the document: status,',
    'content type, headers, body; and bad requests, missing tokens and other methods had to be refused. One check is left',
    `out, \`${LEFT_OUT}\`: no schema says which bytes are a program, an input group or a proof.`,
    '',
    '| phase | |',
    '| --- | --- |',
    ...ran,
    '',
    '## Goals',
    '',
    ...goals.map((goal) => `- ${goalLine(goal)}`),
    '',
  ].join('\n');
}
