import { CAPS } from '../caps';
import { ContainerFault } from '../container-fault';
import { unescaped } from './sheet-part';
import type { XmlHandler } from './xml-tokenizer';

/** `xl/sharedStrings.xml`: texts by number; runs of rich text joined, readings of Asian names left out. */
export class SharedStringsPart implements XmlHandler {
  readonly texts: string[] = [];
  private chars = 0;
  private pending = '';
  private inText = false;
  private phonetic = false;

  open(name: string, _: string, empty: boolean): void {
    if (name === 'si') {
      this.pending = '';
      if (empty) this.texts.push('');
    } else if (name === 't') this.inText = !empty && !this.phonetic;
    else if (name === 'rPh') this.phonetic = !empty;
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'si') {
      this.chars += this.pending.length + 8;
      if (this.chars > CAPS.sharedTextChars) {
        throw new ContainerFault({
          code: 'archive/too-large',
          params: { limit: CAPS.sharedTextChars },
        });
      }
      this.texts.push(unescaped(this.pending));
    }
  }

  text(text: string): void {
    if (this.inText) this.pending += text;
  }
}
