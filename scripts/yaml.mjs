// The bundle dist/yaml.js: what `yaml-beside.mjs` leaves out of the others.
export { Parser, parseAllDocuments, stringify } from 'yaml';
