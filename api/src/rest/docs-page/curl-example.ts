import type { OpenApiOperation } from '../openapi/open-api.types.js';

interface Shape {
  properties?: Record<string, Shape>;
  type?: string;
  minimum?: number;
}

/** The request as a command; what is written in capitals is to be filled in. */
export function curlExample(method: string, path: string, operation: OpenApiOperation): string {
  const words = ['curl'];
  if (method !== 'get') words.push(`-X ${method.toUpperCase()}`);
  if (operation.security.length > 0) words.push('-H "token: $TOKEN"');
  const { content = {} } = operation.requestBody ?? {};
  const json = content['application/json']?.schema as Shape | undefined;
  if (json !== undefined) words.push(`-H 'content-type: application/json' -d '${sample(json)}'`);
  const form = content['multipart/form-data']?.schema as Shape | undefined;
  if (form !== undefined) words.push(`-F data='${sample(form.properties?.data ?? {})}' -F file=@FILE`);
  const url = path.replace(/\{(\w+)\}/gu, (_, name: string) => name.toUpperCase());
  // A reservation is in the headers.
  if (operation.responses[200]?.headers !== undefined) words.push('-D -');
  if (operation.responses[200]?.content?.['application/json'] === undefined) words.push('-OJ');
  return `${words.join(' ')} "$CAIRN${url}"`;
}

function sample({ properties = {} }: Shape): string {
  const fields = Object.entries(properties).map(([name, { type, minimum }]) => [
    name,
    type === 'integer' ? (minimum ?? 1) : name.toUpperCase(),
  ]);
  return JSON.stringify(Object.fromEntries(fields));
}
