import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Resident memory of the process that runs the extension's pages, as Linux counts it; elsewhere NaN, which is shown as
 * not measured.
 */
export function memoryOf(extensionDir) {
  const read = (pid, name) => {
    try {
      return readFileSync(`/proc/${pid}/${name}`, 'utf8');
    } catch {
      return '';
    }
  };
  const field = (name) => {
    const kB = read(process_(), 'status').match(new RegExp(`${name}:\\s+(\\d+) kB`))?.[1];
    return kB === undefined ? Number.NaN : Number(kB) * 1024;
  };
  let found = null;
  /** The extension's renderer: the browser started with our folder, its child that says so of itself. */
  function process_() {
    if (found !== null && read(found, 'status') !== '') return found;
    let pids = [];
    try {
      pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    } catch {
      return null;
    }
    const parent = (pid) => read(pid, 'status').match(/PPid:\s+(\d+)/)?.[1];
    const browser = pids.find((pid) => {
      const line = read(pid, 'cmdline');
      return line.includes(extensionDir) && !line.includes('--type=');
    });
    const under = (pid) => {
      for (let p = pid; p !== undefined && p !== '0'; p = parent(p)) if (p === browser) return true;
      return false;
    };
    const renderers = pids.filter((pid) => {
      const line = read(pid, 'cmdline');
      return line.includes('--type=renderer') && line.includes('--extension-process') && under(pid);
    });
    // The one with the engine in it is the largest.
    found = renderers.sort((a, b) => rss(b) - rss(a))[0] ?? null;
    return found;
  }
  const rss = (pid) => Number(read(pid, 'status').match(/VmRSS:\s+(\d+)/)?.[1] ?? 0);

  return {
    /** Begins a new peak; answers what is held now. */
    reset() {
      const pid = process_();
      try {
        if (pid !== null) writeFileSync(`/proc/${pid}/clear_refs`, '5');
      } catch {
        // The peak then counts from the process's start: too much rather than too little.
      }
      return field('VmRSS');
    },
    peak: () => field('VmHWM'),
    /** What the process has by itself and its part of what it shares. */
    share() {
      const kB = read(process_(), 'smaps_rollup').match(/^Pss:\s+(\d+) kB/m)?.[1];
      return kB === undefined ? Number.NaN : Number(kB) * 1024;
    },
  };
}
