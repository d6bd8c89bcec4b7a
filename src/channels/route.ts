/** What a room needs to answer HTTP, free of the server's own types. */
import type { IncomingHttpHeaders } from 'node:http';

export interface HttpRequest {
  readonly id: string;
  readonly path: string;
  /** `:name` parts of the route's path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Where the browser thinks we are: `https://host:port`. */
  readonly ownOrigin: string;
  /** The client's address, one key for all ways of writing it; a home's IPv6 network counts as one. */
  readonly clientKey: string;
  /** The parsed body: JSON, or a form's fields. Undefined when there is none. */
  readonly body: unknown;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Nothing at all, a value sent as JSON, or ready content with its type. */
  readonly body?: { readonly json: unknown } | { readonly content: string | Buffer; readonly type: string };
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `/v3/things/:id` */
  readonly path: string;
  handle(request: HttpRequest): Promise<HttpResponse>;
  /** Replaces the policy that lets a page load nothing and be framed nowhere. */
  readonly csp?: string;
  /** What the body may be. Default: JSON. `none`: the body is left unread. */
  readonly takes?: 'json' | 'form' | 'none';
  /** Pages of other sites may call it. Only for routes that check the origin or a token themselves. */
  readonly crossOrigin?: boolean;
}

export const json = (status: number, value: unknown): HttpResponse => ({ status, body: { json: value } });
