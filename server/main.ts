import { isMainThread } from 'node:worker_threads';
import { startServer } from './server.ts';

// The bundle dist/server.js: a language server, and in a thread that one starts, the reader of plans that nobody has open.
if (isMainThread) startServer();
else void import('./portfolio/worker.ts').then(({ readClosedPlans }) => readClosedPlans());
