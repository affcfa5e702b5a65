import './effect-interval.css';

/** One effect and its interval on a scale shared by all in a list, nought a line through the middle. */
export function EffectInterval(props: {
  readonly value: number;
  readonly interval: { readonly lo: number; readonly hi: number };
  /** The farthest any of the list reaches either way. */
  readonly reach: number;
  /** Said for who can't see it. */
  readonly label: string;
}) {
  const { value, interval, reach } = props;
  const x = (v: number) => 60 + 56 * Math.max(-1, Math.min(1, reach > 0 ? v / reach : 0));
  return (
    <svg
      class="effect-interval"
      viewBox="0 0 120 16"
      width="120"
      height="16"
      role="img"
      aria-label={props.label}
    >
      <line class="effect-nought" x1="60" x2="60" y1="0" y2="16" />
      <line class="effect-line" x1={x(interval.lo)} x2={x(interval.hi)} y1="8" y2="8" />
      <line class="effect-line" x1={x(interval.lo)} x2={x(interval.lo)} y1="4" y2="12" />
      <line class="effect-line" x1={x(interval.hi)} x2={x(interval.hi)} y1="4" y2="12" />
      <circle class="effect-dot" cx={x(value)} cy="8" r="4" />
    </svg>
  );
}
