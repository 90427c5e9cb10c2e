import { editedIsFresh, SHARDS } from './edited-is-fresh.ts';

for (let shard = 1; shard <= SHARDS; shard++) if (shard % 2 === 0) editedIsFresh(shard);
