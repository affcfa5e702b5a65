import type { Problem } from '../../core/problem';

/** Ends the reading of a container or of one table in it; the problem says why. */
export class ContainerFault extends Error {
  override readonly name = 'ContainerFault';

  constructor(
    readonly problem: Problem,
    options: ErrorOptions = {},
  ) {
    super(problem.code, options);
  }
}
