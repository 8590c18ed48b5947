import { ERROR_CODES, type ErrorCode } from '@cairn/shared-schema';
import type { OpenApiDocument, OpenApiOperation, OpenApiResponse } from '../openapi/open-api.types.js';
import { curlExample } from './curl-example.js';
import { type Field, fieldsOf, typeOf } from './fields.js';
import { type Html, html, inline, prose } from './html.js';

/** One operation: what it does, who may call it, what it takes and what it answers. */
export function renderOperation(
  document: OpenApiDocument,
  method: string,
  path: string,
  operation: OpenApiOperation,
): Html {
  return html`<section id="${operation.operationId}">
<h3><span class="method ${method}">${method.toUpperCase()}</span> <code>${path}</code></h3>
<p class="summary">${inline(operation.summary)}</p>
${operation.description === undefined ? undefined : prose(operation.description)}
<p class="access">${accessOf(operation)}</p>
${parameters(document, operation)}${body(document, operation)}
<pre><code>${curlExample(method, path, operation)}</code></pre>
${answer(document, operation.responses[200])}${errors(operation)}
</section>`;
}

function accessOf({ 'x-access': access }: OpenApiOperation): Html {
  if (access === 'public') return html`Anyone may call it.`;
  if (access === 'session') return html`Needs the header <code>token</code> of a session.`;
  return html`Needs the header <code>token</code>: of a session, or of an API token for <code>${access}</code>.`;
}

function parameters(document: OpenApiDocument, { parameters: all = [] }: OpenApiOperation): Html[] {
  return (['path', 'query'] as const).flatMap((place) => {
    const fields = all
      .filter((parameter) => parameter.in === place)
      .map(({ name, required, description = '', schema }) => ({
        name,
        required,
        description,
        type: typeOf(document, schema),
      }));
    return table(place === 'path' ? 'In the path' : 'In the query', fields);
  });
}

function body(document: OpenApiDocument, { requestBody }: OpenApiOperation): Html[] {
  return Object.entries(requestBody?.content ?? {}).flatMap(([type, { schema }]) => {
    const what = type === 'multipart/form-data' ? 'Form' : 'JSON body';
    const title = requestBody?.required === true ? what : `${what}, may be left out`;
    return table(title, fieldsOf(document, schema ?? {}));
  });
}

function answer(document: OpenApiDocument, response: OpenApiResponse | undefined): Html[] {
  return Object.entries(response?.content ?? {}).flatMap(([type, { schema }]) => {
    if (schema !== undefined) return table('Answer, 200', fieldsOf(document, schema));
    const fields = Object.entries(response?.headers ?? {}).map(([name, header]) => ({
      name,
      required: header.required,
      description: header.description,
      type: typeOf(document, header.schema),
    }));
    return [
      html`<h4>Answer, 200</h4><p>A file of the type <code>${type}</code>.</p>`,
      ...table('Its headers', fields),
    ];
  });
}

function table(title: string, fields: readonly Field[]): Html[] {
  if (fields.length === 0) return [];
  const rows = fields.map(
    ({ name, type, required, description }) => html`<tr><td><code>${name}</code>${
      required ? undefined : html` <span class="optional">optional</span>`
    }</td><td>${type}</td><td>${inline(description)}</td></tr>
`,
  );
  const heads = html`<tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">Meaning</th></tr>`;
  return [
    html`<h4>${title}</h4><div class="wide"><table><thead>${heads}</thead><tbody>${rows}</tbody></table></div>`,
  ];
}

function errors({ responses }: OpenApiOperation): Html {
  const rows = Object.entries(responses).flatMap(([status, response]) =>
    codesOf(response).map(
      (code) =>
        html`<tr><td>${status}</td><td><code>${code}</code></td><td>${ERROR_CODES[code].meaning}</td></tr>
`,
    ),
  );
  const heads = html`<tr><th scope="col">Status</th><th scope="col">Error code</th><th scope="col">Meaning</th></tr>`;
  return html`<details><summary>${rows.length} errors</summary><div class="wide"><table><thead>${heads}</thead><tbody>${rows}</tbody></table></div></details>`;
}

/** The codes of a response, as its schema lists them. */
function codesOf({ content = {} }: OpenApiResponse): ErrorCode[] {
  const { allOf = [] } = (content['application/json']?.schema ?? {}) as {
    allOf?: { properties?: { error_code: { enum: ErrorCode[] } } }[];
  };
  return allOf.flatMap(({ properties }) => properties?.error_code.enum ?? []);
}
