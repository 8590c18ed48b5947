import { FileUpload } from './file-upload.js';

/** One file of a multipart request and where it stands in the operation (`variables.input.archive`). */
export interface PlacedUpload {
  readonly path: string;
  readonly upload: FileUpload;
}

/** Takes the files out of the variables: in their places the multipart request specification wants `null`. */
export function collectUploads(variables: unknown): { variables: unknown; uploads: PlacedUpload[] } {
  const uploads: PlacedUpload[] = [];
  const replace = (value: unknown, path: string): unknown => {
    if (value instanceof FileUpload) {
      uploads.push({ path, upload: value });
      return null;
    }
    if (Array.isArray(value)) return value.map((item, index) => replace(item, `${path}.${index}`));
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, replace(item, `${path}.${key}`)]),
      );
    }
    return value;
  };
  return { variables: replace(variables, 'variables'), uploads };
}
