import { useId } from 'react';
import { engrave, type Figure } from './engraving';

/** Shows one curve and its copies, each turned or moved a little further than the last. */
function Copies(props: {
  id: string;
  figure: Figure;
  ink: string;
  place: (distance: number) => string;
}) {
  const { id, figure, ink, place } = props;
  return (
    <g stroke={ink}>
      <path id={id} d={figure.path} vectorEffect="non-scaling-stroke" />
      {Array.from({ length: figure.copies - 1 }, (_, copy) => (
        <use key={copy} href={`#${id}`} transform={place((copy + 1) * figure.step)} />
      ))}
    </g>
  );
}

/** Shows the rosette of a programme's vouchers: square, drawn from the programme's id. */
export function Rosette({ seed, className }: { seed: string; className?: string }) {
  const id = useId();
  const { rosette } = engrave(seed);
  return (
    <svg
      aria-hidden
      viewBox="-160 -160 320 320"
      fill="none"
      strokeWidth="0.7"
      className={className}
    >
      {rosette.map((figure, ring) => (
        <Copies
          key={ring}
          id={`${id}${ring}`}
          figure={figure}
          ink={ring === 1 ? 'var(--seal)' : 'var(--primary)'}
          place={(degrees) => `rotate(${degrees})`}
        />
      ))}
    </svg>
  );
}

/** Shows the ribbon along the foot of a programme's vouchers, as wide as its container. */
export function Ribbon({ seed, className }: { seed: string; className?: string }) {
  const id = useId();
  const { ribbon } = engrave(seed);
  return (
    <svg
      aria-hidden
      viewBox="0 -45 640 130"
      preserveAspectRatio="none"
      fill="none"
      strokeWidth="0.7"
      className={className}
    >
      <Copies
        id={id}
        figure={ribbon}
        ink="var(--primary)"
        place={(distance) => `translate(${distance * 1.6} ${distance})`}
      />
    </svg>
  );
}
