import { type Permission, problem as problemSchema } from '@jifen/contracts';
import { z } from 'zod';
import type { Route } from '../http/route.ts';

type Json = Record<string, unknown>;
type Place = 'path' | 'query' | 'header';

/** OpenAPI 3.1 from the route table. */
export function openapiOf(routes: readonly Route[], info: { title: string; version: string }): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info,
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema, 'output') },
      securitySchemes: { caller: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function operationOf(route: Route): Json {
  const { request, response, summary, permission, audit } = route;
  const parameters = [
    ...parametersOf('path', request?.params),
    ...parametersOf('query', request?.query),
    ...parametersOf('header', request?.headers),
  ];
  return {
    summary,
    'x-permission': permission,
    'x-audit': audit,
    security: permission.kind === 'public' ? [] : [{ caller: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(request?.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(request.body, 'input') } } } }
      : {}),
    responses: { ...successOf(response), ...refusalsOf(permission) },
  };
}

function successOf(response: z.ZodType | undefined): Json {
  if (!response) return { '2XX': { description: 'done' } };
  return { '2XX': { description: 'done', content: { 'application/json': { schema: schemaOf(response, 'output') } } } };
}

function refusalsOf(permission: Permission): Json {
  const answer = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
  const signedIn =
    permission.kind === 'public' ? {} : { 401: answer('nobody is named by the request'), 403: answer('not for this caller') };
  return { 400: answer('the request has another shape'), ...signedIn, default: answer('refused') };
}

function parametersOf(place: Place, schema: z.ZodType | undefined): Json[] {
  if (!(schema instanceof z.ZodObject)) return [];
  const shape: Record<string, z.ZodType> = schema.shape;
  return Object.entries(shape).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || !field.safeParse(undefined).success,
    schema: schemaOf(field, 'input'),
  }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return json;
}
