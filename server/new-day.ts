import type { Session } from './session.ts';

/** How often it is looked whether the day is another, in milliseconds: a machine may sleep over midnight, and then no alarm rings. */
const EVERY = 300_000;

/** Tells when the day that plans are judged by is another than before, as long as the process runs. */
export function onNewDay(session: Session, tell: () => void): void {
  let last = session.today();
  const look = () => {
    const today = session.today();
    if (today !== last) tell();
    last = today;
  };
  setInterval(look, EVERY).unref();
}
