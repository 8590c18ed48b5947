import { z } from 'zod';
import { REST_ROUTES } from './rest-routes.js';

describe('the table of REST routes', () => {
  it('has the paths of the contract', () => {
    expect(REST_ROUTES.map(({ method, path, access }) => `${method} ${path} ${access}`).sort()).toEqual([
      'DELETE /account/refresh-token public',
      'DELETE /program/input/{program_id}/{input_group_id} inputs:write',
      'DELETE /program/proof/{program_id}/{input_group_id} proofs:decide',
      'DELETE /program/{program_id} programs:write',
      'GET /account/organizations public',
      'GET /program/all public',
      'GET /program/inputs/all/{program_id} proofs:read',
      'GET /program/inputs/{program_id} public',
      'GET /program/mine proofs:read',
      'GET /program/organization/{organization_id} public',
      'GET /program/program-and-inputs/{program_id} public',
      'GET /program/proof/{program_id}/{input_group_id} proofs:read',
      'GET /program/proofs proofs:read',
      'GET /program/proofs/{program_id} proofs:read',
      'GET /program/template public',
      'GET /program/{program_id} public',
      'PATCH /program/proof/{program_id}/{input_group_id} proofs:decide',
      'POST /account/login public',
      'POST /account/refresh-token public',
      'POST /account/register public',
      'POST /program/inputs/{program_id} inputs:write',
      'POST /program/proof public',
      'POST /program/upload programs:write',
    ]);
  });

  it.each(REST_ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s says what its path, its answer and its method say',
    (_name, { path, schemas, method, changes }) => {
      const parameters = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
      const params = schemas.params && z.toJSONSchema(schemas.params, { io: 'input' });
      expect(Object.keys(params?.properties ?? {})).toEqual(parameters);
      expect(schemas.answer === undefined).toBe(schemas.file !== undefined);
      expect(method === 'GET' || changes).toBe(true);
    },
  );
});
