import { startServer } from './server.ts';

// The bundle dist/server.js: a language server and nothing else.
startServer();
