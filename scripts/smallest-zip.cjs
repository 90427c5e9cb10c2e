// Loaded before vsce, whose zip takes zlib's usual effort: the highest makes the package half a percent smaller, for a second's work.
const zlib = require('node:zlib');

const HIGHEST = { level: zlib.constants.Z_BEST_COMPRESSION, memLevel: zlib.constants.Z_MAX_MEMLEVEL };
const { DeflateRaw, deflateRaw } = zlib;

zlib.DeflateRaw = function Smallest(options) {
  return new DeflateRaw({ ...options, ...HIGHEST });
};
zlib.deflateRaw = (buffer, done) => deflateRaw(buffer, HIGHEST, done);
