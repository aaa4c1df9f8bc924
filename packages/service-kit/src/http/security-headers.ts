import type { RequestHandler } from 'express';
import helmet from 'helmet';

const year = 365 * 24 * 60 * 60;

const withHelmet = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"], 'base-uri': ["'none'"], 'form-action': ["'none'"] },
  },
  strictTransportSecurity: { maxAge: year, includeSubDomains: true },
  xFrameOptions: { action: 'deny' },
});

/** For answers that are data; the web pages have their own policy. */
export const securityHeaders: RequestHandler = (request, response, next) => {
  response.set('cache-control', 'no-store');
  withHelmet(request, response, next);
};
