import type { CellStyle } from './number-format';
import { numberFormat } from './number-format';
import { attributeOf, type XmlHandler } from './xml-tokenizer';

/** `xl/styles.xml`: how the values of each cell style are shown, by the `s` of cells. */
export class StylesPart implements XmlHandler {
  readonly styles: CellStyle[] = [];
  private readonly codes = new Map<number, string>();
  private readonly ids: number[] = [];
  private inFormats = false;
  private inCells = false;

  open(name: string, attributes: string, empty: boolean): void {
    if (name === 'numFmts') this.inFormats = !empty;
    else if (name === 'numFmt' && this.inFormats) {
      const id = Number(attributeOf(attributes, 'numFmtId'));
      this.codes.set(id, attributeOf(attributes, 'formatCode') ?? '');
    } else if (name === 'cellXfs') this.inCells = !empty;
    else if (name === 'xf' && this.inCells) this.ids.push(Number(attributeOf(attributes, 'numFmtId') ?? 0));
  }

  close(name: string): void {
    if (name === 'cellXfs') this.inCells = false;
    // Conditional formats bring codes of their own under the same numbers.
    else if (name === 'numFmts') this.inFormats = false;
    else if (name === 'styleSheet') {
      for (const id of this.ids) this.styles.push(numberFormat(id, this.codes.get(id) ?? null));
    }
  }

  text(): void {}
}
