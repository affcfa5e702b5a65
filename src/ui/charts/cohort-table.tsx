import './cohort-table.css';

/** Cohorts × periods, each cell its share and as strong a ground as the share is high. */
export function CohortTable(props: {
  readonly caption: string;
  readonly cohortHeader: string;
  readonly sizeHeader: string;
  readonly periods: readonly string[];
  readonly cohorts: readonly {
    readonly key: string;
    readonly name: string;
    readonly size: string;
    /** Null is blank: not over yet. */
    readonly cells: readonly ({ readonly text: string; readonly share: number } | null)[];
  }[];
}) {
  // The first period is 100 % of everyone by definition; the ramp is spent on what differs.
  const top = Math.max(
    0.01,
    ...props.cohorts.flatMap((c) => c.cells.slice(1).map((cell) => cell?.share ?? 0)),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="cohort-scroller" tabIndex={0} aria-label={props.caption}>
      <table class="cohort-table">
        <caption class="only-read">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{props.cohortHeader}</th>
            <th scope="col" class="num">
              {props.sizeHeader}
            </th>
            {props.periods.map((period) => (
              <th scope="col" class="num" key={period}>
                {period}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.cohorts.map((cohort) => (
            <tr key={cohort.key}>
              <th scope="row">{cohort.name}</th>
              <td class="num cohort-size">{cohort.size}</td>
              {props.periods.map((period, i) => {
                const cell = cohort.cells[i];
                return (
                  <td
                    class="num cohort-cell"
                    key={period}
                    {...(cell && i > 0
                      ? { style: { '--heat': `${Math.round(Math.min(1, cell.share / top) * 100)}%` } }
                      : {})}
                  >
                    {cell?.text ?? ''}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
