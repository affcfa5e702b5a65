import type { Column } from '../../core/column';
import { assembleColumn, type ColumnPiece } from '../columns/assemble-column';

/** Columns by name, each to be made of pieces of several captures. */
export class ColumnPieces {
  private readonly byId = new Map<string, ColumnPiece[]>();

  add(id: string, piece: ColumnPiece): void {
    const list = this.byId.get(id);
    if (list === undefined) this.byId.set(id, [piece]);
    else list.push(piece);
  }

  drop(id: string): void {
    this.byId.delete(id);
  }

  /** Halts after each column; yields how many rows were laid out. */
  *assemble(size: number): Generator<number, Map<string, Column>> {
    const columns = new Map<string, Column>();
    for (const [id, pieces] of this.byId) {
      columns.set(id, assembleColumn(size, pieces));
      yield pieces.reduce((rows, { to }) => rows + to.length, 0);
    }
    return columns;
  }
}
