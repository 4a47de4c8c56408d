import qrcode from 'qrcode';

/** White modules around the code, without which scanners may not find it. */
const quiet = 4;

/** Returns the dark runs of every row, as one path. */
function runs(modules: qrcode.QRCode['modules']): string {
  const { size } = modules;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    let column = 0;
    while (column < size) {
      const start = column;
      while (column < size && modules.get(row, column)) column += 1;
      if (column > start)
        path += `M${start + quiet} ${row + quiet}h${column - start}v1H${start + quiet}z`;
      else column += 1;
    }
  }
  return path;
}

/**
 * Shows a QR code as vector graphics, black on white in every theme; `label` describes where it
 * leads.
 */
export function Qr({ text, label }: { text: string; label: string }) {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + quiet * 2;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      className="h-auto w-full rounded-sm forced-color-adjust-none"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={runs(modules)} fill="#000" />
    </svg>
  );
}
