import type { OpenApiDocument, OpenApiOperation } from '../openapi/open-api.types.js';
import { type Html, html, prose } from './html.js';
import { renderOperation } from './render-operation.js';
import { STYLE } from './style.js';

interface Listed {
  readonly method: string;
  readonly path: string;
  readonly operation: OpenApiOperation;
}

/** The OpenAPI document as a page that needs nothing else: no script, no other file, no network. */
export function renderPage(document: OpenApiDocument): string {
  const { info, tags } = document;
  const sections = tags.map(({ name, description }) => ({
    name,
    description,
    listed: under(document, name),
  }));
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title} ${info.version}: REST</title>
<style>${STYLE}</style>
</head>
<body>
<nav aria-label="Operations">
<p class="title"><a href="#top">${info.title} REST</a></p>
${sections.map(({ name, listed }) => html`<p>${name}</p><ul>${listed.map(link)}</ul>`)}
</nav>
<main id="top">
<h1>${info.title} <small>${info.version}</small></h1>
<p class="summary">${info.summary}. The same as an OpenAPI document: <a href="/openapi.json">/openapi.json</a>.</p>
${prose(info.description)}
<p>In the examples <code>$CAIRN</code> is the address of the server, <code>$TOKEN</code> a token, and words in capitals are to be
filled in.</p>
${sections.map(
  ({ name, description, listed }) => html`<h2>${name}</h2><p>${description}</p>
${listed.map(({ method, path, operation }) => renderOperation(document, method, path, operation))}`,
)}
</main>
</body>
</html>
`;
  return page.markup;
}

function under({ paths }: OpenApiDocument, tag: string): Listed[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.tags.includes(tag))
      .map(([method, operation]) => ({ method, path, operation })),
  );
}

function link({ method, path, operation }: Listed): Html {
  return html`<li><a href="#${operation.operationId}"><span class="method ${method}">${method.toUpperCase()}</span> <span>${breakable(path)}</span></a></li>
`;
}

/** A long path may go on in the next line after a slash. */
function breakable(path: string): Html[] {
  return path.split(/(?<=.\/)/u).map((part) => html`${part}<wbr>`);
}
