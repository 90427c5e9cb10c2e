import { useCallback, useRef } from 'preact/hooks';
import { shared } from '../shared.ts';

/** For data that is made anew at each drawing: gives it with what is in it as it was in the last one as the same objects. */
export function useSharing<T>(): (next: T) => T {
  const last = useRef<T | undefined>(undefined);
  return useCallback((next: T): T => {
    last.current = shared(last.current, next);
    return last.current;
  }, []);
}
