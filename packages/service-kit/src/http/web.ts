import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

const policy = (nonce: string) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

const forever: RequestHandler = (_request, response, next) => {
  response.removeHeader('cache-control');
  next();
};

const forNow: RequestHandler = (_request, response, next) => {
  response.set('cache-control', 'no-store');
  next();
};

/** Serves built files by name, and the page for every other path. */
export function serveWeb(directory: string): RequestHandler {
  const page = readFileSync(join(directory, 'index.html'), 'utf8');
  const web = Router();
  web.use('/assets', forever, express.static(join(directory, 'assets'), { immutable: true, maxAge: '1y' }), forNow);
  web.use(express.static(directory, { index: false, cacheControl: false }));
  web.use((request, response, next) => {
    if (request.method !== 'GET' || !request.accepts('html') || /^\/(api|assets)\//.test(request.path)) return next();
    const nonce = randomBytes(16).toString('base64');
    response.set('content-security-policy', policy(nonce)).type('html').send(page.replaceAll('__CSP_NONCE__', nonce));
  });
  return web;
}
