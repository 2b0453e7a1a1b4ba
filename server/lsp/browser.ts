import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { BrowserHost } from './host-browser.ts';
import { serve } from './session.ts';

// A worker's global object is a port to whoever started it. Its type is the web's own, which this program is
// not checked against, so no type can be named here.
const port = globalThis as never;

// The address of a worker that runs a copy of its script (`blob:`) has an origin and a path that make no URL when
// they are put together, as what checks configurations does while it is loaded. It goes without any.
Object.defineProperty(globalThis, 'location', { value: undefined });

/** The server as a worker, for an editor that runs in a browser. */
serve(
  createConnection(ProposedFeatures.all, new BrowserMessageReader(port), new BrowserMessageWriter(port)),
  new BrowserHost(),
);
