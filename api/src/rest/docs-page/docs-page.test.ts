import { createHash } from 'node:crypto';
import { TestServer } from '../../test/test-server.js';
import { openApiDocument } from '../openapi/open-api-document.js';
import { REST_ROUTES } from '../rest-routes.js';
import { html, prose } from './html.js';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server[Symbol.asyncDispose]());

it('shows every operation, and leads to it', async () => {
  const page = await (await fetch(`${server.url}/docs/rest`)).text();
  for (const { id, path, summary } of REST_ROUTES) {
    expect(page).toContain(`<section id="${id}">`);
    expect(page).toContain(`<a href="#${id}">`);
    expect(page).toContain(`<code>${path}</code>`);
    expect(page).toContain(summary.split(/['`]/u)[0]);
  }
});

it('tells of fields within fields, of bounds, of files and of errors', async () => {
  const page = await (await fetch(`${server.url}/docs/rest`)).text();
  const rows = [
    '<td><code>data.programs[].input_lock_timeout</code></td><td>integer, 60 to 2,592,000</td>',
    '<td><code>data.program_input_groups[].proven_datetime</code></td><td>date-time or null</td>',
    '<td><code>limit</code> <span class="optional">optional</span></td><td>integer, 1 to 50</td>',
    '<td><code>file</code></td><td>file</td>',
    '<td><code>x-reservation-token</code></td><td>string</td>',
    '<tr><td>409</td><td><code>PROGRAM_NAME_TAKEN</code></td>',
    'curl -X DELETE -H &#34;token: $TOKEN&#34; &#34;$CAIRN/program/PROGRAM_ID&#34;',
  ];
  for (const row of rows) expect(page).toContain(row);
});

it('needs nothing but itself: no script, no other file, no other site', async () => {
  const answer = await fetch(`${server.url}/docs/rest`);
  const page = await answer.text();
  expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|https?:/iu);
  const style = /<style>(.*)<\/style>/su.exec(page)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = answer.headers.get('content-security-policy');
  expect(policy).toContain(`default-src 'none'; style-src 'sha256-${hash}';`);
  expect(policy).not.toContain('unsafe');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

it('is beside the document itself', async () => {
  const answer = await fetch(`${server.url}/openapi.json`);
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await answer.json()).toEqual(openApiDocument(REST_ROUTES));
});

it('puts no text in as markup', () => {
  const text = `<b>&"'`;
  expect(html`<p title="${text}">${text}${[html`<i>${text}</i>`, undefined, 3]}</p>`.markup).toBe(
    '<p title="&#60;b&#62;&#38;&#34;&#39;">&#60;b&#62;&#38;&#34;&#39;<i>&#60;b&#62;&#38;&#34;&#39;</i>3</p>',
  );
  expect(prose('a `<b>` c\n\nd').map(({ markup }) => markup)).toEqual([
    '<p>a <code>&#60;b&#62;</code> c</p>',
    '<p>d</p>',
  ]);
});
