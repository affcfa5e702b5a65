import './progress-bar.css';

/** How far something is. `value` 0–1, or null while the end is not known. */
export function ProgressBar(props: {
  readonly label: string;
  readonly value: number | null;
  /** Rows, bytes, the stage: said beside the bar. */
  readonly detail?: string;
}) {
  const { label, value, detail } = props;
  return (
    <div class="progress-bar">
      <div class="progress-bar-words">
        <span>{label}</span>
        {detail !== undefined && <span class="progress-bar-detail">{detail}</span>}
      </div>
      <progress
        class="progress-bar-track"
        aria-label={label}
        max={1}
        {...(value === null ? {} : { value: Math.min(1, Math.max(0, value)) })}
      />
    </div>
  );
}
