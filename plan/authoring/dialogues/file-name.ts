/** A company's name as the beginning of a file's name: `acme-retail`. Letters of all scripts stay; what no file system likes goes. */
export function fileNameOf(company: string): string {
  const name = company
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '')
    .normalize('NFC');
  return name === '' || RESERVED.test(name) ? `customer${name && `-${name}`}` : name;
}

/** Names that Windows keeps for devices, whatever stands behind a dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
