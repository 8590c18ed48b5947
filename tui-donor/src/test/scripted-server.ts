import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type AnsweringServer, answeringServer } from '@cairn/tui-kit/test';

/** One operation as it came in. */
export interface SeenOperation {
  readonly name: string;
  readonly variables: Record<string, unknown>;
}

/** A refusal: the error code, and what stands beside it. */
export class Refusal {
  constructor(
    readonly code: string,
    readonly extensions: Record<string, unknown> = {},
  ) {}
}

type Script = Record<string, (variables: Record<string, unknown>, asked: number) => object | Refusal>;

export interface ScriptedServer extends AnsweringServer {
  readonly seen: SeenOperation[];
}

/**
 * A server that answers each operation as the script says, for refusals that a real one cannot be made to give.
 * @param files what GET requests are answered with, by path; others are refused
 */
export async function scriptedServer(
  script: Script,
  files: Record<string, string> = {},
): Promise<ScriptedServer> {
  const seen: SeenOperation[] = [];
  const server = await answeringServer(async (request, response) => {
    if (request.method === 'GET') return sendFile(response, files[request.url ?? '']);
    const operation = await operationOf(request);
    seen.push(operation);
    const asked = seen.filter(({ name }) => name === operation.name).length;
    const answer = script[operation.name]?.(operation.variables, asked) ?? new Refusal('NOT_IN_THE_SCRIPT');
    response.end(
      JSON.stringify(answer instanceof Refusal ? { errors: [errorOf(answer)] } : { data: answer }),
    );
  });
  return { ...server, seen };
}

function sendFile(response: ServerResponse, content: string | undefined): void {
  response.writeHead(content === undefined ? 403 : 200).end(content);
}

function errorOf({ code, extensions }: Refusal): object {
  return { message: `${code} said the server`, extensions: { code, ...extensions } };
}

async function operationOf(request: IncomingMessage): Promise<SeenOperation> {
  const body = await buffer(request);
  const type = request.headers['content-type'] ?? '';
  const json = type.startsWith('multipart/')
    ? String((await new Response(body, { headers: { 'content-type': type } }).formData()).get('operations'))
    : body.toString();
  const { query, variables } = JSON.parse(json) as { query: string; variables: Record<string, unknown> };
  return { name: /(?:query|mutation) (\w+)/u.exec(query)?.[1] ?? '', variables };
}
