/** The types live in core/, below sites/ and store/, which speak them too. */
export type {
  CaptureChunk,
  CaptureEnd,
  CaptureHead,
  CaptureNote,
  GatherEnd,
  Gathering,
  OfferedTable,
  PageOffer,
} from '../core/page-capture';
