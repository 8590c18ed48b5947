import { REST_ROUTES } from '../rest-routes.js';
import { openApiDocument } from './open-api-document.js';

/** The document as text, as it is committed in shared-schema. */
export function printOpenApi(): string {
  return `${JSON.stringify(openApiDocument(REST_ROUTES), null, 2)}\n`;
}
