/** No browser draws larger pictures: pixels along a side, and altogether. */
const LONGEST = 16_384;
const MOST = 120_000_000;

/** How many pixels to each of the drawing's own there may be, at most those that are wished for. */
function fittingScale(width: number, height: number, wished: number): number {
  return Math.min(wished, LONGEST / Math.max(width, height), Math.sqrt(MOST / (width * height)));
}

/** Draws an SVG as PNG, base64 without a head; null when the browser cannot. The SVG's scripts do not run and it loads nothing: it is a picture. */
export async function pictureOf(svg: string, scale: number): Promise<string | null> {
  try {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    await image.decode();
    const { naturalWidth, naturalHeight } = image;
    const fitting = fittingScale(naturalWidth, naturalHeight, scale);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(naturalWidth * fitting);
    canvas.height = Math.round(naturalHeight * fitting);
    const context = canvas.getContext('2d');
    if (context === null || canvas.width === 0 || canvas.height === 0) return null;
    // What is clear in the drawing would be black in some viewers.
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const [, data] = canvas.toDataURL('image/png').split(',');
    return data === undefined || data === '' ? null : data;
  } catch {
    return null;
  }
}
