import { isAbort } from '../../core/app-error';
import { ContainerFault } from './container-fault';

/** An unpacker's own error (a bare TypeError in browsers) as what it means; what the file or caller did stays itself. */
export function damagedBy(error: unknown): unknown {
  if (error instanceof ContainerFault || error instanceof DOMException || isAbort(error)) return error;
  return new ContainerFault({ code: 'archive/damaged' }, { cause: error });
}
